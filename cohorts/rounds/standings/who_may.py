"""Who of those that came to a stage may still be chosen in it, and why the others may not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.committee.shortlisting.stage_outcome import Left, Why
from cohorts.round.judgement import Judgement
from cohorts.rounds.asking.asked import Asked
from cohorts.rounds.judging.came_to import came_to, screened_at
from cohorts.rounds.judging.stage_head import StageHead, stages_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.store.keys import PersonKey, RoundKey


@dataclass(frozen=True)
class WhoMay:
    """``came``: all of them; ``inside``: who may be chosen; ``left``: the others, each with why.

    ``unknown``: of how many inside a condition is not known.
    """

    came: tuple[PersonKey, ...]
    inside: tuple[PersonKey, ...]
    left: tuple[Left, ...]
    unknown: int


def who_may(
    connection: Connection,
    round_: RoundKey,
    head: StageHead,
    people: KeptPeople,
    asked: Asked,
) -> WhoMay:
    """As people are now: who has stopped since, or no longer meets a condition, takes no place.

    Who was no candidate when it opened was refused by what was known of them then, or came later.
    """
    earlier = [one for one in stages_in(connection, round_) if one.number < head.number]
    came = came_to(connection, people, earlier[-1] if earlier else None)
    left, unknown = screened_at(head, people, came, asked)
    out = {one.applicant.id: one for one in left}
    here = frozenset(head.candidates)
    others = [who for who in came if who not in here and people.who[who].id not in out]
    if others:
        then = _refused_then(connection, round_, head, people, asked)
        for who in others:
            a = people.who[who]
            out[a.id] = Left(a, *then.get(who, (Why.LATE, ())))
    return WhoMay(
        came,
        tuple(who for who in came if people.who[who].id not in out),
        tuple(out[people.who[who].id] for who in came if people.who[who].id in out),
        unknown,
    )


def _refused_then(
    connection: Connection,
    round_: RoundKey,
    head: StageHead,
    people: KeptPeople,
    asked: Asked,
) -> dict[PersonKey, tuple[Why, tuple[Judgement, ...]]]:
    """Who met not every condition by what was known of them when it opened.

    Who was let in by then was a candidate.
    """
    then = people_in_store(connection, people.url, round_, head.version)
    here = tuple(sorted(then.who))
    refused, _ = screened_at(head, then, here, asked, let_in=False)
    of = {a.id: who for who, a in then.who.items()}
    return {
        of[one.applicant.id]: (one.why, one.judgements) for one in refused if one.why is Why.REFUSED
    }
