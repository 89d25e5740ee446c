"""Who is placed, where not everyone is: the merit that stays outside."""

from __future__ import annotations

from dataclasses import dataclass

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Whole, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Merit(Whole):
    """Sum of ``value`` (n,) ≥ 0 over the rows that are not placed, in the last entry."""

    name: str
    value: IntArray
    price: int | None

    @property
    def rows(self) -> int:
        return int(self.value.size)

    def largest(self, n: int) -> int:  # noqa: ARG002 - the protocol's signature
        return sum(map(int, self.value))

    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        amounts[-1] = self.value[grouping.assignment == grouping.outside].sum()
        return charged(self.price, amounts)
