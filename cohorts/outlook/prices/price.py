"""What a composition costs, as data; the words are made later."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.round.diff import Diff
from cohorts.round.finding import GroupFinding


@dataclass(frozen=True)
class MustPrice:
    """A must, let go: ``points`` fewer (better), ``placed`` people more, ``breaches`` of it.

    ``moved``: how many would sit elsewhere.
    """

    rule: str
    points: float
    placed: int
    breaches: int
    moved: int


@dataclass(frozen=True)
class Weakest:
    """The wish that is worst met: in which group, and what holds it back.

    ``swap``: the two people whose exchange would help that wish most, None where none helps;
    ``points``: by how many; ``holds``: the rules that get worse by it, the musts first.
    """

    rule: str
    finding: GroupFinding
    people: tuple[Applicant, ...]
    swap: tuple[Applicant, Applicant] | None = None
    points: float = 0.0
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restless:
    """Somebody who sits with mostly other people under ``times`` of the other lots."""

    person: Applicant
    times: int


@dataclass(frozen=True)
class LotPrice:
    """Composed with other ``seeds``; ``restless``: the most often first."""

    seeds: tuple[int, ...]
    restless: tuple[Restless, ...]


@dataclass(frozen=True)
class ShapePrice:
    """Another ``shape`` (``more_groups``, ``smaller_groups``): what it would give.

    ``possible`` False: it does not fit, no composition meets the musts, or no group opens.
    ``points`` more than now, below zero: better; they say something where as many are placed.
    ``better``, ``worse``: rules, each beside chance.
    """

    shape: str
    possible: bool
    groups: int
    placed: int = 0
    points: float = 0.0
    better: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProbablePrice:
    """The ``probable`` ones take part too: ``placed`` of them get a place, in ``groups`` groups.

    ``possible`` False: no composition has room for them. ``moved``, ``left``: who of those who
    said yes would move, or lose their place.
    """

    probable: tuple[Applicant, ...]
    possible: bool
    groups: int
    placed: tuple[Applicant, ...] = ()
    moved: tuple[Applicant, ...] = ()
    left: tuple[Applicant, ...] = ()
    diff: Diff | None = None


@dataclass(frozen=True, eq=False)
class Prices:
    """Everything around one proposal. ``probable`` is None where nobody is."""

    proposal: Proposal
    musts: tuple[MustPrice, ...]
    weakest: Weakest | None
    lots: LotPrice
    shapes: tuple[ShapePrice, ...]
    probable: ProbablePrice | None
