"""Who is placed, where not everyone is: the merit that stays outside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Merit(Term):
    """Sum of ``value`` (n,) ≥ 0 over the rows that are not placed, in the last entry."""

    value: IntArray
    price: int | None

    @property
    @override
    def rows(self) -> int:
        return int(self.value.size)

    @override
    def largest(self, n: int) -> int:
        return sum(map(int, self.value))

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [replace(self, value=self.value[rows]) for rows in division.rows]

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        amounts[-1] = self.value[grouping.assignment == grouping.outside].sum()
        return charged(self.price, amounts)
