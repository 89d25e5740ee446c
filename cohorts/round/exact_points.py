"""Points as fractions → integers in which nobody's order or equality changes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import TypeVar

from cohorts.round.merit import THOUSANDTHS
from cohorts.round.remark import Noting, Remark

K = TypeVar("K")
MOST = 10**12
"""The largest integer: sums over thousands of people stay exact, as integers and as floats."""


class ExactPoints(Noting[K, int]):
    """Who → points, ``point`` units of which are one point.

    ``exact``: every difference is the true one. Else who differs still differs, whoever is equal
    still is, and each figure is at most as many units off as there are figures, plus a half.
    ``of_votes``: they are what a committee's votes came to, and this salt is theirs; "": they are
    an organiser's own.
    """

    def __init__(
        self,
        units: Mapping[K, int],
        point: int,
        *remarks: Remark,
        exact: bool,
        of_votes: str = "",
    ) -> None:
        super().__init__(units, *remarks)
        self.point, self.exact, self.of_votes = point, exact, of_votes


def exact_points(points: Mapping[K, Fraction], *remarks: Remark) -> ExactPoints[K]:
    """By the common multiple of the denominators, in thousandths of a point where that is enough.

    Where that makes numbers above MOST: the finest power of ten that does not, with whoever would
    become equal by rounding one unit apart.
    """
    highest = max((abs(value) for value in points.values()), default=Fraction(0))
    point = lcm(THOUSANDTHS, *(value.denominator for value in points.values()))
    if highest * point <= MOST:
        units = {who: int(value * point) for who, value in points.items()}
        return ExactPoints(units, point, *remarks, exact=True)
    point = THOUSANDTHS
    while highest * point * 10 <= MOST:
        point *= 10
    steps = _apart({value: round(value * point) for value in points.values()})
    units = {who: steps[value] for who, value in points.items()}
    return ExactPoints(units, point, *remarks, exact=False)


def _apart(rounded: Mapping[Fraction, int]) -> dict[Fraction, int]:
    """Each figure at its own integer, in the order of the figures."""
    ordered = sorted(rounded)
    steps = dict(rounded)
    for lower, higher in pairwise(ordered):
        steps[higher] = max(steps[higher], steps[lower] + 1)
    return steps


def salted(points: ExactPoints[K], salt: str) -> ExactPoints[K]:
    """The same as points of votes: no digest of them can be guessed without the salt."""
    return ExactPoints(points, points.point, *points.remarks, exact=points.exact, of_votes=salt)


def of_votes(merit: object) -> str:
    """The salt of points that came of votes; "" of an organiser's own."""
    salt: str = getattr(merit, "of_votes", "")
    return salt


def point_of(merit: object) -> int:
    """How many units of these points are one point; thousandths where nothing says otherwise."""
    point: int = getattr(merit, "point", THOUSANDTHS)
    return point
