"""An answer: who sits where in each session, how good that is, and what is proven."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from solver.quantise import IntArray


@dataclass(frozen=True, order=True)
class RotationScore:
    """What counts, in this order; less is better. What is demanded holds in any case.

    ``again``: sum over pairs of m · (m − 1) / 2 for m meetings, where a pair that met before the
    first session has one meeting already: the second time counts once, the third twice, so that no
    few pairs meet again and again. ``most_meetings``: of any one pair; ``unevenness``: sum over
    sessions, tables and values of (count − expected)², expected = share of the value among those
    present × size of the table. ``repeats``, sum over pairs of max(m − 1, 0), is told, not weighed.
    """

    again: int
    most_meetings: int
    unevenness: Fraction
    repeats: int = field(default=0, compare=False)


@dataclass(frozen=True, eq=False)
class Rotation:
    """``seats`` (R, n): the table of each row in each session; -1: absent.

    ``again``, ``repeats``, ``most_meetings``, ``unevenness``: see :class:`RotationScore`. By
    counting, no rotation has fewer repeats than ``bound``, or less again than ``least_again``.
    ``method``: "search", or "design" and which; ``reproducible`` is False when a clock or a person
    cut the work short.
    """

    seats: IntArray
    repeats: int
    most_meetings: int
    unevenness: Fraction
    again: int
    bound: int
    least_again: int
    method: str
    reproducible: bool = True

    @property
    def proven(self) -> bool:
        """Whether no rotation has fewer repeats."""
        return self.repeats == self.bound

    @property
    def score(self) -> RotationScore:
        """All that counts, in its order."""
        return RotationScore(self.again, self.most_meetings, self.unevenness, self.repeats)


def meetings(rotation: Rotation) -> IntArray:
    """(n, n) in how many sessions two rows share a table; 0 on the diagonal."""
    return shared_tables(rotation.seats)


def shared_tables(seats: IntArray) -> IntArray:
    """(n, n) the same, of seats (R, n)."""
    n = seats.shape[1]
    met: IntArray = np.zeros((n, n), dtype=np.int64)
    for session in seats:
        met += (session[:, None] == session[None, :]) & (session[:, None] >= 0)
    np.fill_diagonal(met, 0)
    return met


def again(met: IntArray) -> int:
    """Sum over pairs of m · (m − 1) / 2, of meetings (n, n) in both directions."""
    often = met.astype(np.int64)
    return int((often * (often - 1)).sum()) // 4
