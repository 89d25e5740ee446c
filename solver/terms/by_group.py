"""What terms have in common that count each group by its own members.

Each says twice what a group costs: of one group, which is the definition, and of all at once, which
is many times as fast where there are many. Tests hold the two equal for every term.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from dataclasses import dataclass

from typing_extensions import override

from solver.grouping import Grouping, OpenGroups
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class ByGroup(Term):
    """The amount is the sum of what each open group costs; nothing belongs to no group."""

    @abstractmethod
    def cost_of(self, members: IntArray) -> int:
        """The definition: the amount of a group of these rows (at least one)."""

    @abstractmethod
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        """(g,) the amount of every open group."""

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        amounts[grouping.opened.numbers] = self.cost_of_each(grouping.opened)
        return charged(self.price, amounts)

    @override
    def defined(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for group, members in grouping.open_groups():
            amounts[group] = self.cost_of(members)
        return charged(self.price, amounts)

    @override
    def recharge(self, known: Charge, grouping: Grouping, groups: Collection[int]) -> Charge:
        amounts = per_group(grouping)
        breaches, points = known.breaches.copy(), known.points.copy()
        for group in groups:
            members = grouping.members(group)
            if group < grouping.groups and members.size:
                amounts[group] = self.cost_of(members)
        now = charged(self.price, amounts)
        for group in groups:
            breaches[group], points[group] = now.breaches[group], now.points[group]
        return Charge(breaches, points)
