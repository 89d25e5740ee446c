"""One group of a few people, composed, and the buddies that are made in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, cast

from cohorts.after.buddies import Buddies, ByHand, buddies_of
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, pair_of
from cohorts.programme.buddy_plan import BuddyPlan
from cohorts.programme.programme import Programme
from cohorts.round.composition import Composition
from cohorts.round.round import Round
from tests.cohorts.rules.found import people, relation, round_of

RULES: list[dict[str, Any]] = [
    {"rule": "complementary", "field": "experience", "weight": 2},
    {"rule": "comparable", "field": "fte"},
]


ALIKE: list[dict[str, Any]] = [{"rule": "comparable", "field": "fte"}]


def programme(size: int, asked: Sequence[dict[str, Any]] = ALIKE) -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "klein",
            "title": {"nl": "Klein"},
            "groups": {"size": [size, size], "target": size},
            "rules": list(asked),
        }
    )


def members(experience: Sequence[float | None], **columns: Sequence[Any]) -> tuple[Applicant, ...]:
    fte = [float(3 + 5 * i % 11) for i in range(len(experience))]
    return people(experience=list(experience), **{"fte": fte, **columns})


@dataclass(frozen=True)
class Group:
    """What buddies need of a proposal: all in one group, which nobody had to search for."""

    round: Round
    composition: Composition
    programme: Programme
    found_in: Mapping[int, Sequence[Any]] = field(default_factory=dict)


def group_of(
    applicants: tuple[Applicant, ...],
    relations: tuple[Relation, ...] = (),
    asked: Sequence[dict[str, Any]] = ALIKE,
) -> Proposal:
    round_ = round_of(applicants, 1, relations)
    composition = Composition({1: round_.applicants})
    return cast("Proposal", Group(round_, composition, programme(len(applicants), asked)))


def made(
    applicants: tuple[Applicant, ...],
    *relations: Relation,
    pins: Sequence[str] = (),
    vetoes: Sequence[str] = (),
    was_out: str = "",
    rules: Sequence[dict[str, Any]] = RULES,
    asked: Sequence[dict[str, Any]] = ALIKE,
    **plan: Any,
) -> Buddies:
    """``pins`` and ``vetoes`` such as "ab"."""
    by_hand = ByHand(
        tuple((ApplicantId(pin[0]), ApplicantId(pin[1])) for pin in pins),
        frozenset(pair_of(ApplicantId(v[0]), ApplicantId(v[1])) for v in vetoes),
        {ApplicantId(one): was_out.count(one) for one in was_out},
    )
    own = BuddyPlan.model_validate({"rules": list(rules), **plan})
    return buddies_of(group_of(applicants, relations, asked), own, by_hand)


def bonds(buddies: Buddies) -> list[str]:
    """Such as ["ab", "cd"]."""
    return ["".join(bond.people) for group in buddies.groups for bond in group.bonds]


def matchings(ids: str) -> Iterator[list[str]]:
    """Every way to make pairs of these, with a trio where their number is odd."""
    if not ids:
        yield []
    elif len(ids) % 2:
        for trio in combinations(ids, 3):
            rest = "".join(one for one in ids if one not in trio)
            yield from (["".join(trio), *pairs] for pairs in matchings(rest))
    else:
        for other in ids[1:]:
            rest = "".join(one for one in ids[1:] if one != other)
            yield from ([ids[0] + other, *pairs] for pairs in matchings(rest))


__all__ = ["bonds", "made", "matchings", "members", "relation"]
