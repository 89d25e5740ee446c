"""How far a group is from the wished size (the bounds belong to the task)."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from solver.grouping import Grouping
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Size(Term):
    """Per open group: |size − target|."""

    target: int
    price: int | None = None

    @property
    @override
    def rows(self) -> None:
        return None

    @override
    def largest(self, n: int) -> int:
        return n * max(self.target, n)

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for group, members in grouping.open_groups():
            amounts[group] = abs(members.size - self.target)
        return charged(self.price, amounts)
