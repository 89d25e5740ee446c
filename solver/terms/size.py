"""How far a group is from the wished size (the bounds belong to the problem)."""

from __future__ import annotations

from dataclasses import dataclass

from solver.grouping import Grouping
from solver.terms.term import Charge, Whole, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Size(Whole):
    """Per open group: |size − target|."""

    name: str
    target: int
    price: int | None = None

    @property
    def rows(self) -> None:
        return None

    def largest(self, n: int) -> int:
        return n * max(self.target, n)

    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for group, members in grouping.open_groups():
            amounts[group] = abs(members.size - self.target)
        return charged(self.price, amounts)
