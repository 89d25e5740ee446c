"""The largest minus the smallest value in a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group

MISSING: Final = np.iinfo(np.int64).min
"""Stands for a missing value, which the term ignores."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Spread(Term):
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
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for group, members in grouping.open_groups():
            known = self.values[members]
            known = known[known != MISSING]
            if known.size:
                amounts[group] = max(known.max() - known.min() - self.width, 0)
        return charged(self.price, amounts)
