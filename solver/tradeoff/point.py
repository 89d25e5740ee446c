"""A point of the curve of standing against fit, and the curve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from solver.solution import Solution

Fit: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True)
class Point:
    """A checked answer; its floor is its own standing, so that it checks by itself.

    ``standing``: the sum of the standings of who is placed. ``proven``: nothing that breaks nothing
    stands as high and fits better, or fits as well and stands higher.
    """

    solution: Solution
    standing: int
    proven: bool

    @property
    def fit(self) -> Fit:
        """The levels of the score that say how well they fit; the smaller, the better."""
        found = self.solution.score
        return found.worst, found.alike, found.points


@dataclass(frozen=True)
class Tradeoff:
    """The points from the highest standing to the best fit; none is as good as another in both.

    ``complete``: it is proven that there is no other. With one point nothing has to be weighed.
    """

    points: tuple[Point, ...]
    complete: bool

    @property
    def highest(self) -> Point:
        """Where standing alone decides, and fit among equals."""
        return self.points[0]

    @property
    def best_fit(self) -> Point:
        """Where fit alone decides, and standing among equals."""
        return self.points[-1]

    def margin(self, point: Point) -> int:
        """By how much the sum of a point is below the highest: the margin that leads to it."""
        return self.highest.standing - point.standing

    def within(self, margin: int) -> Point:
        """The point that fits best where the sum may be so much below the highest."""
        return next(p for p in reversed(self.points) if self.margin(p) <= margin)


def undominated(points: Iterable[Point]) -> list[Point]:
    """Those that no other equals or betters in both, from the highest standing down.

    First of all as many are placed as can be, in as many groups as wished. Of equals the first by
    the lots stays.
    """
    every = list(points)
    first = min((_counts(point) for point in every), default=None)
    every = [point for point in every if _counts(point) == first]
    kept: list[Point] = []
    for point in sorted(every, key=lambda p: (-p.standing, p.fit, p.solution.score.lot)):
        if not kept or point.fit < kept[-1].fit:
            kept.append(point)
    return kept


def _counts(point: Point) -> tuple[int, int]:
    return point.solution.score.not_placed, point.solution.score.groups_off
