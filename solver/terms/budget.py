"""A limit to what pairs and seats cost together, over all groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Budget(Term):
    """max(spent − ``most``, 0); what is spent stands below, and belongs to no single group.

    ``spent``: the sum of ``costs`` (m,) of the ``edges`` (m, 2), i < j, whose two rows share a
    group, and of ``seats`` (n, K+1) of every row where it sits (the last column: outside); less
    what groups have ``free`` (n+1,) by their sizes, 0 for a closed one (None: nothing). No cost is
    below zero. So many pairs of an earlier composition may come back, or so many rows may move.
    """

    edges: IntArray
    costs: IntArray
    seats: IntArray
    most: int
    price: int | None = None
    free: IntArray | None = None

    @property
    @override
    def rows(self) -> int:
        return len(self.seats)

    @override
    def largest(self, n: int) -> int:
        free = 0 if self.free is None else n * int(self.free.max())
        most_spent = int(self.costs.sum()) + int(self.seats.max(axis=1, initial=0).sum())
        return most_spent + free + max(-self.most, 0)

    @property
    @override
    def misses(self) -> bool:
        return bool(self.seats[:, -1].any())

    @property
    @override
    def spends_together(self) -> bool:
        return True

    def spent(self, grouping: Grouping) -> int:
        """What a grouping spends."""
        at = grouping.assignment
        one, other = at[self.edges.reshape(-1, 2)].T
        inside = (one == other) & (one != grouping.outside)
        free = 0 if self.free is None else int(self.free[grouping.sizes()].sum())
        pairs = int(self.costs[inside].sum())
        return pairs + int(self.seats[np.arange(at.size), at].sum()) - free

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        amounts[-1] = max(self.spent(grouping) - self.most, 0)
        return charged(self.price, amounts)

    @override
    def sparing(self, row: int) -> Self:
        left = (self.edges != row).all(axis=1)
        seats = self.seats.copy()
        seats[row] = 0
        return replace(self, edges=self.edges[left], costs=self.costs[left], seats=seats)

    @override
    def people(self, piece: int) -> IntArray:
        costly = self.edges[self.costs > 0].ravel()
        return np.union1d(costly, np.flatnonzero(self.seats.any(axis=1))).astype(np.int64)

    @override
    def tells_apart(self, group: int) -> bytes:
        return bytes(self.seats[:, group].tobytes())
