"""A sum over everyone who is placed: vouchers, budgets, quotas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group, without_row


@dataclass(frozen=True, eq=False, kw_only=True)
class Total(Term):
    """max(low − t, 0) + max(t − high, 0), t = sum of ``value`` (n,) over the placed rows.

    Belongs to no single group: it stands in the last entry.
    """

    in_quanta: ClassVar[bool] = True

    value: IntArray
    low: int
    high: int
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return int(self.value.size)

    @override
    def largest(self, n: int) -> int:
        return max(self.low, 0) + sum(abs(int(v)) for v in self.value)

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        total = int(self.value[grouping.assignment != grouping.outside].sum())
        amounts[-1] = max(self.low - total, 0) + max(total - self.high, 0)
        return charged(self.price, amounts)

    @override
    def sparing(self, row: int) -> Self:
        return replace(self, value=without_row(self.value, row, 0))

    @override
    def people(self, piece: int) -> IntArray:
        return np.flatnonzero(self.value).astype(np.int64)
