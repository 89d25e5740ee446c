"""An answer: who sits where in each session, how good that is, and what is proven."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from solver.quantise import IntArray


@dataclass(frozen=True, order=True)
class RotationScore:
    """What counts, in this order; less is better. What is demanded holds in any case.

    ``repeats``: sum over pairs of max(meetings − 1, 0), where a pair that met before the first
    session has one meeting already; ``most_meetings``: of any one pair; ``unevenness``: sum over
    sessions, tables and values of (count − expected)², expected = share of the value among those
    present × size of the table.
    """

    repeats: int
    most_meetings: int
    unevenness: Fraction


@dataclass(frozen=True, eq=False)
class Rotation:
    """``seats`` (R, n): the table of each row in each session; -1: absent.

    ``bound``: no rotation has fewer repeats, by counting; ``proven``: this one has no more.
    ``method``: "search", or "design" and which; ``reproducible`` is False when a clock or a person
    cut the work short.
    """

    seats: IntArray
    repeats: int
    most_meetings: int
    unevenness: Fraction
    bound: int
    method: str
    reproducible: bool = True

    @property
    def proven(self) -> bool:
        """Whether no rotation has fewer repeats."""
        return self.repeats == self.bound

    @property
    def score(self) -> RotationScore:
        """All that counts, in its order."""
        return RotationScore(self.repeats, self.most_meetings, self.unevenness)


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
