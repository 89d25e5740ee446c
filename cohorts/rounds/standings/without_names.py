"""The ballots of a count without who cast them, and digests by which they are known again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cohorts.committee.votes import Election, Silence
from cohorts.round.left_at import Why
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.store.canonical import canonical, sha256
from cohorts.store.keys import PersonKey

COUNTED = (
    "",
    Why.UNJUDGED,
    Why.BELOW_QUORUM,
    Why.UNCOUNTED,
    Why.LOWER,
    Why.LOT,
    Why.NOT_CHOSEN,
)
"""Who could be chosen; the others were out before anything was counted."""
Cast = Mapping[str, str | list[str]]
"""Candidate → the word of a silence, or a number a criterion."""


def counted_of(why: Mapping[PersonKey, str]) -> list[str]:
    """Who could be chosen, by key."""
    return sorted(str(who) for who, word in why.items() if word in COUNTED)


def ballots_of(election: Election, inside: Sequence[str]) -> list[Cast]:
    """What each ballot says of these."""
    return [
        {
            who: str(said) if isinstance(said := ballot.said[who], Silence) else [*map(str, said)]
            for who in inside
        }
        for ballot in election.ballots
    ]


def digest_of_ballots(ballots: Iterable[Cast], salt: str) -> str:
    """The same in whatever order they lie."""
    return sha256(canonical([salt, sorted(map(canonical, ballots))]))


def digest_of_plan(plan: Mapping[str, Any]) -> str:
    """``plan``: as JSON; without who judges."""
    return sha256(canonical({name: one for name, one in plan.items() if name != "judges"}))


def plan_without_names(plan: StagePlan) -> dict[str, Any]:
    """As JSON."""
    stated = plan.model_dump(mode="json")
    return {name: one for name, one in stated.items() if name != "judges"}


def digest_of_passed(rows: Iterable[Sequence[object]]) -> str:
    """``rows``: (key, as it was counted, whether they go on, why, the digest of a reason)."""
    return sha256(canonical(sorted(map(canonical, map(list, rows)))))
