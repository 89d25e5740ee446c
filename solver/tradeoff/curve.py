"""The curve of standing against fit, by the epsilon constraint.

Haimes, Lasdon & Wismer (1971): one aim is made as good as can be while the other may not fall below
a floor, for floors over its whole range. Here the floor is that of a task (see
:mod:`solver.score`): the sum of the standings comes before the fit up to the floor, and after it as
a tie-break, so that each answer is a point that no other dominates, where it is proven.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np

from solver.check import check
from solver.errors import InvalidTaskError
from solver.exact.highest import highest_sum
from solver.grouping import Grouping
from solver.how_far import HowFar
from solver.placing import MOST_SEATS
from solver.quantise import IntArray
from solver.score import score
from solver.search.divisions import is_small
from solver.search.local import Progress
from solver.solution import Effort, Solution, Status
from solver.solve import SMALL, solve
from solver.task import Task
from solver.tradeoff.point import Point, Tradeoff, undominated
from solver.tradeoff.way import Way

SUM_WORK = 5.0
"""Deterministic seconds for the highest sum of standings, where musts keep somebody out."""
TRIES = 2
"""Of many rows so many searches are made for a point that is asked, at most."""
NEAR = 2
"""So many points on either side are what a search for one between them goes on from."""


def tradeoff(
    task: Task,
    *,
    most: int = 9,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    progress: Progress | None = None,
    stop: Event | None = None,
    workers: int | None = None,
) -> Tradeoff:
    """Up to ``most`` points spread over the standings; both ends are always there.

    Of up to SMALL rows all there are, proven. The task's own margin and floor do not count here.
    ``stop`` ends it with the points found so far. Raises InvalidTaskError ``margin`` for a task
    without standing, and what :func:`solver.solve.solve` raises.
    """
    if task.standing is None:
        raise InvalidTaskError("margin", margin=task.margin)
    told = HowFar(progress) if progress else None
    way = Way(seed, effort, stop or Event(), told, workers)
    curve = _Curve(replace(task, margin=0, floor=None), task.standing, way)
    curve.ends()
    everything = task.n <= SMALL
    tries = TRIES * most
    while (asked := curve.widest()) is not None and not way.stop.is_set():
        if not everything and (len(curve.points) >= most or tries <= 0):
            break
        curve.ask(*asked)
        tries -= 1
    if told is not None:
        told.ended(curve.points[-1].solution.score)
    return Tradeoff(tuple(curve.points), complete=asked is None and curve.proven)


class _Curve:
    """The points so far, from the highest standing down, and the floors that were asked for.

    ``task`` has no floor and no margin; ``standing`` (n,) is its own.
    """

    def __init__(self, task: Task, standing: IntArray, way: Way) -> None:
        self.task, self.standing, self.way = task, standing, way
        self.points: list[Point] = []
        self.asked: set[int] = set()
        self.proven = True
        self.provable = task.n <= SMALL or is_small(task)
        self.unit = max(int(np.gcd.reduce(standing.max() - standing)), 1)
        """Two sums of as many standings differ by a number of these."""

    def ends(self) -> None:
        """The highest standing, and the best fit."""
        self._take(self._highest())
        if not self.way.stop.is_set():
            least = -int(np.abs(self.standing).sum())
            self._take(self._solved(least, self.points[0].solution.grouping))

    def widest(self) -> tuple[int, int] | None:
        """A floor in the middle of the widest gap that is open, and the place of the point above.

        Floors that were asked for lead to that point, so the gap ends below them.
        """
        gaps = []
        for place, (upper, lower) in enumerate(zip(self.points, self.points[1:], strict=False)):
            between = (f for f in self.asked if lower.standing < f < upper.standing)
            top = min(between, default=upper.standing) - self.unit
            if top > lower.standing:
                gaps.append(((top - lower.standing) // self.unit, place))
        if not gaps:
            return None
        width, place = max(gaps, key=lambda gap: (gap[0], -gap[1]))
        # where all are wanted, the next above the lower point wastes no proof
        step = 1 if self.task.n <= SMALL else (width + 1) // 2
        return self.points[place + 1].standing + step * self.unit, place

    def ask(self, floor: int, upper: int) -> None:
        """Looks for a point with this sum or more; ``upper``: place of the one known to have it."""
        self.asked.add(floor)
        if self.provable:
            self._take(self._solved(floor))
            return
        above = self.points[max(upper + 1 - NEAR, 0) : upper + 1][::-1]
        near = [*above, *self.points[upper + 1 : upper + 1 + NEAR]]
        firsts = [point.solution.grouping for point in near]
        self._take(self.way.going_on(replace(self.task, floor=floor), firsts))

    def _solved(self, floor: int | None, start: Grouping | None = None) -> Solution:
        """By the front door: proven where that can be; without a floor who stands highest first."""
        told = self.way.told
        return solve(
            replace(self.task, floor=floor),
            seed=self.way.seed,
            effort=self.way.effort,
            start=None if self.provable else start,
            progress=told.of_another() if told else None,
            stop=self.way.stop,
            workers=self.way.workers,
        )

    def _highest(self) -> Solution:
        """Who comes to the highest sum, as well as they can sit.

        Who stands highest first comes to it too, unless a must keeps somebody out.
        """
        task = self.task
        if self.provable:
            return self._solved(int(np.maximum(self.standing, 0).sum()))
        found = self._solved(None)
        placed = int(found.grouping.sizes().sum())
        best = int(np.sort(self.standing)[task.n - placed :].sum())
        if self._sum(found) == best or task.n * task.groups > MOST_SEATS:
            return found
        settled = highest_sum(
            task, found.grouping, seed=self.way.seed, deterministic_limit=SUM_WORK
        ).grouping
        floor = int(self.standing[settled.assignment != settled.outside].sum())
        return self._solved(floor, settled)

    def _take(self, solution: Solution) -> None:
        """Notes the answer, with its own sum as its floor; what it dominates goes."""
        total = self._sum(solution)
        task = replace(self.task, floor=total)
        own = replace(solution, floor=total, score=score(task, solution.grouping))
        check(task, own)
        optimal = solution.status is Status.OPTIMAL
        self.proven = self.proven and optimal and not self.way.stop.is_set()
        self.points = undominated([*self.points, Point(own, total, proven=optimal)])

    def _sum(self, solution: Solution) -> int:
        """The sum of the standings of who is placed."""
        seats = solution.grouping.assignment
        return int(self.standing[seats != solution.grouping.outside].sum())
