"""A circle in preparation: who waits in it, what it lacks, and what could be done instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cohorts.outlook.recruit import Advice, Trait
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.round.waiting import Wait


class With(StrEnum):
    """What a circle can be merged with."""

    CIRCLE = "circle"
    GROUP = "group"


@dataclass(frozen=True)
class Effect:
    """What merging does to one wish: quality of those concerned before and after, 0 … 1."""

    rule: str
    before: float
    after: float


@dataclass(frozen=True)
class Merge:
    """A circle together with another or with a group: ``people`` in all, ``over`` too many.

    ``broken``: keys of the musts that would not hold; ``changes``: the worst first.
    """

    kind: With
    name: str
    people: int
    over: int
    broken: tuple[str, ...]
    changes: tuple[Effect, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Circle:
    """``name``: its letter, kept over rounds. ``findings``: rule key → the circle as it is now.

    ``lacks``: whom to recruit before it can start; ``likely``: what its members have in common,
    which newcomers had better share. ``hesitating``: who has not said yes and could sit in it.
    """

    name: str
    members: tuple[Applicant, ...]
    findings: Mapping[str, GroupFinding]
    lacks: Advice
    likely: tuple[Trait, ...]
    merges: tuple[Merge, ...]
    hesitating: tuple[Applicant, ...] = ()


@dataclass(frozen=True)
class Individual:
    """Somebody better served alone. ``fit``: the best they fit anywhere they may sit, 0 … 1.

    None: by what must hold there is no such place.
    """

    applicant: Applicant
    fit: float | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Circles:
    """Everybody who qualifies and has no group, by circle; ``waiting``: since when, by id.

    ``alone``: who can be in no circle with anybody else who waits.
    ``whole``: whom to recruit for the round as it was asked, where nothing could be composed.
    """

    round: Round
    programme: Programme
    circles: tuple[Circle, ...]
    alone: tuple[Applicant, ...]
    individual: tuple[Individual, ...]
    waiting: Mapping[ApplicantId, Wait]
    whole: Advice | None = None
