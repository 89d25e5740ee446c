"""How voters split on one candidate, so far as it unmasks nobody: a figure, or a range.

Decision note 75 says why the ends are as wide as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from cohorts.committee.votes import Asked

FEWEST = 5
"""Of fewer it is not even told how many judged."""
FEWEST_YES = 7
"""Of fewer a split of yes and no is not told: both its ends would hold everything."""
END_YES = 3
"""So many yes or fewer, or no or fewer, are one range."""
END_SCALE = 2
"""So many whole scales of what all judges gave together are one range, at either end."""
PARTS = 10
"""A mean is told as one of so many parts of the scale."""


@dataclass(frozen=True)
class SplitShown:
    """``judged``: how many did; None: fewer than FEWEST.

    ``low`` to ``high``: of yes, how many of ``judged`` said it, both included; of scores, between
    which parts of the scale the mean lies, from 0 to 1, and ``high`` not included below 1.
    """

    asked: Asked
    judged: int | None
    low: Fraction
    high: Fraction

    @property
    def is_told(self) -> bool:
        """Whether anything is told: else the range holds everything there could be."""
        return self.judged is not None and not (self.low == 0 and self.high == self._most)

    @property
    def is_end(self) -> bool:
        """Whether it is a range at an end of what there could be, or all of it."""
        return self.low == 0 or self.high == self._most

    def may_equal(self, other: SplitShown) -> bool:
        """Whether the two could stand equal, by what is told of them."""
        (low, high), (below, above) = self._as_parts, other._as_parts
        if self.asked is Asked.YES:
            return low <= above and below <= high
        return low < above and below < high

    def one_vote_apart(self, other: SplitShown) -> bool:
        """Whether two exact numbers of yes would meet if one voter had said otherwise of one."""
        if self.low != self.high or other.low != other.high or not self.is_told:
            return False
        apart = abs(self._as_parts[0] - other._as_parts[0])
        return apart <= Fraction(1, min(self.judged or 1, other.judged or 1))

    @property
    def _as_parts(self) -> tuple[Fraction, Fraction]:
        return self.low / self._most, self.high / self._most

    @property
    def _most(self) -> int:
        """The most there could be."""
        return (self.judged or 1) if self.asked is Asked.YES else 1


def yes_shown(yes: int, judged: int) -> SplitShown:
    """``yes`` of ``judged`` said yes."""
    if judged < FEWEST_YES:
        return nothing_shown(Asked.YES, judged)
    low, high = yes, yes
    if yes <= END_YES:
        low, high = 0, END_YES
    elif yes >= judged - END_YES:
        low, high = judged - END_YES, judged
    return SplitShown(Asked.YES, judged, Fraction(low), Fraction(high))


def mean_shown(part: Fraction, judged: int) -> SplitShown:
    """``part``: where the mean of ``judged`` lies on the scale, from 0 to 1."""
    if judged < FEWEST:
        return nothing_shown(Asked.SCORES, judged)
    end = Fraction(END_SCALE * PARTS, judged)
    first, last = floor(end) + 1, floor(PARTS - end)
    low, high = floor(part * PARTS), floor(part * PARTS) + 1
    if low < first:
        low, high = 0, first
    elif low >= last:
        low, high = last, PARTS
    return SplitShown(Asked.SCORES, judged, Fraction(low, PARTS), Fraction(high, PARTS))


def nothing_shown(asked: Asked, judged: int) -> SplitShown:
    """The range that holds everything; where enough judged, how many."""
    known = judged if judged >= FEWEST else None
    most = known or 1 if asked is Asked.YES else 1
    return SplitShown(asked, known, Fraction(0), Fraction(most))
