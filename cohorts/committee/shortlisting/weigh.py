"""Standing against fit in one round: the answer that the programme asks for, and the curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from threading import Event
from typing import TypeAlias, Unpack

import numpy as np

from cohorts.composing import engines
from cohorts.composing.compose import Progress, assemble, demands_of, sought, stated
from cohorts.composing.demands import Asked
from cohorts.composing.inputs import Given
from cohorts.composing.numbering import numbered
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.merit import Standing
from cohorts.round.round import Round
from solver.score import Score, score
from solver.solution import Effort, Solution

POINTS = 5
"""So many points are looked for; of very few people all there are."""
SECOND = 2
"""The number of the first point beside what was chosen."""


@dataclass(frozen=True, eq=False)
class Way:
    """How answers of one round become proposals."""

    programme: Programme
    round: Round
    asked: Asked
    notices: tuple[Problem, ...]
    effort: Effort

    def proposal(self, solution: Solution, answer: int | None = None) -> Proposal:
        """``answer``: of another than the one that was chosen, its number."""
        grouping = numbered(solution.grouping, self.asked.task)
        return assemble(
            replace(solution, grouping=grouping),
            self.asked,
            self.programme,
            self.round,
            self.notices,
            effort=self.effort,
            answer=answer,
        )

    @cached_property
    def merit(self) -> np.ndarray:
        """(n,) units of merit of every row."""
        merit = self.round.merit or {}
        return np.array([merit[a.id] for a in self.round.applicants], dtype=object)

    def standing_of(self, solution: Solution) -> Fraction:
        """The sum over who is placed, in points."""
        inside = solution.grouping.assignment != solution.grouping.outside
        return Fraction(int(sum(self.merit[inside])), self.round.point)


@dataclass(frozen=True)
class Placing:
    """Who has a place, and the sum of their points."""

    standing: Fraction
    people: frozenset[ApplicantId]


MayTell: TypeAlias = Callable[[Sequence[Placing]], bool]
"""Whether it may be told of several which stand higher than which."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """``chosen``: by what the programme asks; ``points``: of the curve, from the highest standing.

    ``way``: as the programme counts standing; the curve has it first, and gives up nothing of it.
    ``complete``: it is proven that there are no others.
    """

    way: Way
    chosen: Solution
    points: tuple[engines.Point, ...]
    complete: bool

    def proposals(self, may_tell: MayTell | None = None) -> tuple[Proposal, ...]:
        """What was chosen, then each point where other people have a place, from the highest.

        All in the way of the programme, so that each is recomputed from what is asked of it.
        ``may_tell``: whether all of these, in their order, may be told; a point that may not beside
        those before it is left out, and its number too; the ends of the curve last.
        """
        told = [self._placing(self.chosen)]
        kept: list[int] = []
        for n in _ends_first(len(self.others)):
            placing = self._placing(self.others[n].solution)
            if may_tell is None or may_tell([*told, placing]):
                told.append(placing)
                kept.append(n)
        others = [
            self.way.proposal(self._in_own_way(self.others[n].solution), n + SECOND)
            for n in sorted(kept)
        ]
        return (self.way.proposal(self.chosen), *others)

    @cached_property
    def others(self) -> tuple[engines.Point, ...]:
        """The points where other people have a place than in what was chosen."""
        people = self.people_of(self.chosen)
        return tuple(one for one in self.points if self.people_of(one.solution) != people)

    def people_of(self, solution: Solution) -> frozenset[ApplicantId]:
        """Who has a place."""
        inside = np.flatnonzero(solution.grouping.assignment != solution.grouping.outside)
        return frozenset(self.way.round.applicants[row].id for row in inside.tolist())

    def _placing(self, solution: Solution) -> Placing:
        return Placing(self.way.standing_of(solution), self.people_of(solution))

    def _in_own_way(self, solution: Solution) -> Solution:
        """Scored by what the programme asks; nothing is proven of it there."""
        return stated(
            numbered(solution.grouping, self.way.asked.task),
            self.way.asked,
            reproducible=solution.story.reproducible,
            floor=self.chosen.floor,
        )


def weigh(
    people: Sequence[Applicant],
    programme: Programme,
    *,
    effort: Effort = Effort.NORMAL,
    progress: Progress | None = None,
    stop: Event | None = None,
    **given: Unpack[Given],
) -> Weighed:
    """``given``: with the merit of everybody. ``stop`` ends it with the points found so far.

    Raises what :func:`cohorts.composing.compose.compose` raises.
    """
    round_ = prepare(people, programme, **given)
    way = Way(programme, round_, *demands_of(programme, round_), effort)
    first, second = _halves(progress)
    found = sought(way.asked, round_, effort=effort, progress=first, stop=stop)
    ranked = replace(round_, standing=Standing.FIRST, margin=0)
    by_standing = Way(programme, ranked, *demands_of(programme, ranked), effort)
    try:
        curve = engines.tradeoff(
            by_standing.asked.task,
            most=POINTS,
            seed=round_.seed,
            effort=effort,
            progress=second,
            stop=stop,
        )
    except engines.NothingFoundError:  # stopped before its first
        return Weighed(way, found, (), complete=False)
    chosen = _best(way.asked, [found, *(point.solution for point in curve.points)])
    return Weighed(way, chosen, curve.points, curve.complete)


def _halves(progress: Progress | None) -> tuple[Progress | None, Progress | None]:
    """For what is chosen, and for the curve after it."""
    if progress is None:
        return None, None

    def first(best: Score, share: float) -> None:
        progress(best, share / 2)

    def second(best: Score, share: float) -> None:
        progress(best, (1 + share) / 2)

    return first, second


def _best(asked: Asked, found: Sequence[Solution]) -> Solution:
    """The first, unless a point of the curve is better by what the programme asks."""
    task = asked.with_floor(found[0].floor).task
    best = min(found, key=lambda one: score(task, one.grouping))
    if score(task, best.grouping) >= score(task, found[0].grouping):
        return found[0]
    return replace(found[0], grouping=best.grouping, score=score(task, best.grouping))


def _ends_first(count: int) -> list[int]:
    """Numbers from 0: the first and the last, then those between them."""
    return sorted(range(count), key=lambda n: (0 < n < count - 1, n))
