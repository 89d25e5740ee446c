"""How many different values a group has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import OpenGroups
from solver.quantise import LIMIT, IntArray
from solver.terms.by_group import ByGroup
from solver.terms.term import without_row


@dataclass(frozen=True, eq=False, kw_only=True)
class Distinct(ByGroup):
    """Per open group: max(low − d, 0) + max(d − high, 0), d = number of different values.

    ``code`` (n,): 0 … v-1, or -1 (missing, ignored).
    """

    code: IntArray
    low: int
    high: int
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return int(self.code.size)

    @override
    def largest(self, n: int) -> int:
        return n * max(self.low, int(self.code.max(initial=0)) + 1)

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [replace(self, code=self.code[rows]) for rows in division.rows]

    @override
    def sparing(self, row: int) -> Self:
        return replace(self, code=without_row(self.code, row, -1))

    @override
    def cost_of(self, members: IntArray) -> int:
        codes = self.code[members]
        different = np.unique(codes[codes >= 0]).size
        return max(self.low - different, 0) + max(different - self.high, 0)

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        codes, values = self.code[opened.rows], int(self.code.max(initial=0)) + 1
        known = codes >= 0
        each = np.unique(opened.at[known] * values + codes[known])
        different = np.bincount(each // values, minlength=opened.numbers.size)
        over = np.maximum(different - min(self.high, LIMIT), 0)
        return (np.maximum(self.low - different, 0) + over).astype(np.int64)
