"""At least and at most so many of a value in each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import OpenGroups
from solver.quantise import IntArray
from solver.terms.by_group import ByGroup
from solver.terms.term import without_row

FREE = 2**31
"""An upper bound that binds nothing (a lower one is 0)."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Tally(ByGroup):
    """Per open group and value: max(low − total, 0) + max(total − high, 0).

    ``code`` (n,): the value of each row, 0 … v-1, or -1 (missing, ignored); ``low``, ``high``
    (v,); ``amount`` (n,) ≥ 0: what a row counts for (1: members). ``never_alone``: one unit more
    for each value that exactly one member of the group has.
    """

    code: IntArray
    low: IntArray
    high: IntArray
    amount: IntArray
    never_alone: bool = False
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return int(self.code.size)

    @property
    @override
    def pieces(self) -> int:
        return int(self.low.size)

    @override
    def largest(self, n: int) -> int:
        return n * (int(self.low.sum()) + 1) + sum(map(int, self.amount))

    @override
    def cost_of(self, members: IntArray) -> int:
        values = self.low.size
        known = members[self.code[members] >= 0]
        total = np.zeros(values, dtype=np.int64)
        np.add.at(total, self.code[known], self.amount[known])
        amount = int(np.maximum(self.low - total, 0).sum() + np.maximum(total - self.high, 0).sum())
        if self.never_alone:
            amount += int((np.bincount(self.code[known], minlength=values) == 1).sum())
        return amount

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        """Every group as if it had nothing, and what is otherwise for the values that it has.

        So that it takes no table of all groups by all values, of which most are nothing.
        """
        known = self.code[opened.rows] >= 0
        rows, at = opened.rows[known], opened.at[known]
        nothing = self._off(np.zeros_like(self.low), self.low, self.high)
        costs = np.full(opened.numbers.size, nothing.sum(), dtype=np.int64)
        if not rows.size:
            return costs
        pair = at * self.low.size + self.code[rows]
        order = np.argsort(pair, kind="stable")
        starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
        group, value = np.divmod(pair[order[starts]], self.low.size)
        total = np.add.reduceat(self.amount[rows[order]], starts)
        otherwise = self._off(total, self.low[value], self.high[value]) - nothing[value]
        if self.never_alone:
            otherwise += np.diff(starts, append=rows.size) == 1
        np.add.at(costs, group, otherwise)
        return costs

    @staticmethod
    def _off(total: IntArray, low: IntArray, high: IntArray) -> IntArray:
        """By how much totals are below or above their bounds, one by one."""
        off: IntArray = np.maximum(low - total, 0) + np.maximum(total - high, 0)
        return off

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        kept = list(pieces)
        number = np.full(self.low.size + 1, -1, dtype=np.int64)
        number[kept] = np.arange(len(kept))
        return replace(self, code=number[self.code], low=self.low[kept], high=self.high[kept])

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [
            replace(self, code=self.code[rows], amount=self.amount[rows]) for rows in division.rows
        ]

    @override
    def sparing(self, row: int) -> Self:
        return replace(self, code=without_row(self.code, row, -1))

    @override
    def people(self, piece: int) -> IntArray:
        return np.flatnonzero(self.code == piece).astype(np.int64)
