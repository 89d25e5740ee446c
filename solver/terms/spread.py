"""The largest minus the smallest value in a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import OpenGroups
from solver.quantise import LIMIT, MISSING, IntArray
from solver.terms.by_group import ByGroup
from solver.terms.term import without_row


@dataclass(frozen=True, eq=False, kw_only=True)
class Spread(ByGroup):
    """Per group: max(largest − smallest − width, 0) over the known ``values`` (n,)."""

    in_quanta: ClassVar[bool] = True

    values: IntArray
    width: int
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return int(self.values.size)

    @override
    def largest(self, n: int) -> int:
        known = self.values[self.values != MISSING]
        return n * (int(known.max()) - int(known.min())) if known.size else 0

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [replace(self, values=self.values[rows]) for rows in division.rows]

    @override
    def sparing(self, row: int) -> Self:
        return replace(self, values=without_row(self.values, row, MISSING))

    @override
    def cost_of(self, members: IntArray) -> int:
        known = self.values[members]
        known = known[known != MISSING]
        return max(int(known.max()) - int(known.min()) - self.width, 0) if known.size else 0

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        values = self.values[opened.rows]
        if not values.size:
            return np.empty(0, dtype=np.int64)
        known = values != MISSING
        # what is missing is smaller than any value, and here larger than any
        largest = np.maximum.reduceat(values, opened.starts)
        smallest = np.minimum.reduceat(np.where(known, values, LIMIT), opened.starts)
        spread = np.where(largest != MISSING, largest - smallest, 0)
        wider: IntArray = np.maximum(spread - min(self.width, LIMIT), 0)
        return wider
