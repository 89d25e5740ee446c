"""Moves away from an earlier composition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.terms.forbidding import Forbidding
from solver.terms.term import Charge


@dataclass(frozen=True, eq=False, kw_only=True)
class Stay(Forbidding):
    """Sum of ``cost`` (n,) over the rows that sit elsewhere than before.

    ``previous`` (n,): the earlier group, K for outside, -1 where there was none (moves freely).
    A move of a row with ``never`` (n,) is a breach (always hard). Both count at the group the
    row sits in now.
    """

    previous: IntArray
    cost: IntArray
    never: BoolArray
    price: int

    @property
    @override
    def rows(self) -> int:
        return int(self.previous.size)

    @property
    @override
    def pieces(self) -> int:
        return int(np.count_nonzero(self.never))

    @override
    def largest(self, n: int) -> int:
        return sum(map(int, self.cost))

    @override
    def charge(self, grouping: Grouping) -> Charge:
        seats = grouping.assignment
        moved = (self.previous >= 0) & (seats != self.previous)
        places = grouping.groups + 1
        breaches = np.bincount(seats[moved & self.never], minlength=places)
        amounts = np.zeros(places, dtype=np.int64)
        np.add.at(amounts, seats[moved], self.cost[moved])
        return Charge.whole(breaches, self.price * amounts)

    @override
    def freed(self) -> Self | None:
        if not self.never.any():
            return self
        return self.keep(()) if self.price and self.cost.any() else None

    @override
    def tells_apart(self, group: int) -> bytes:
        return bytes((self.previous == group).tobytes())

    @override
    def in_parts(self, division: Division) -> list[Self]:
        """Whoever was in a group of another part sits elsewhere now, wherever that is."""
        each = []
        outside = division.of_group.size
        for rows, groups in zip(division.rows, division.groups, strict=True):
            within = np.full(outside + 2, -1, dtype=np.int64)
            within[groups] = np.arange(groups.size)
            within[outside] = groups.size
            # the last entry, -1: there was none
            previous = within[self.previous[rows]]
            each.append(
                replace(self, previous=previous, cost=self.cost[rows], never=self.never[rows])
            )
        return each

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        never = np.zeros_like(self.never)
        never[np.flatnonzero(self.never)[list(pieces)]] = True
        return replace(self, never=never)

    @override
    def people(self, piece: int) -> IntArray:
        return np.flatnonzero(self.never)[piece : piece + 1].astype(np.int64)
