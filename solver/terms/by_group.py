"""What terms have in common that count each group by its own members.

Each says twice what a group costs: of one group, which is the definition, and of all at once, which
is many times as fast where there are many. Tests hold the two equal for every term.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping, OpenGroups
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, divided, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class ByGroup(Term):
    """The amount is the sum of what each open group costs; nothing belongs to no group.

    What a group costs is divided by its size where the term is ``per_member``.
    """

    @abstractmethod
    def cost_of(self, members: IntArray) -> int:
        """The definition: what a group of these rows (at least one) costs, undivided."""

    @abstractmethod
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        """(g,) what every open group costs, undivided."""

    @override
    def charge(self, grouping: Grouping) -> Charge:
        costs = per_group(grouping)
        costs[grouping.opened.numbers] = self.cost_of_each(grouping.opened)
        return self._charged(costs, grouping)

    @override
    def defined(self, grouping: Grouping) -> Charge:
        costs = per_group(grouping)
        for group, members in grouping.open_groups():
            costs[group] = self.cost_of(members)
        return self._charged(costs, grouping)

    @override
    def recharge(self, known: Charge, grouping: Grouping, groups: Collection[int]) -> Charge:
        costs = per_group(grouping)
        for group in groups:
            members = grouping.members(group)
            if group < grouping.groups and members.size:
                costs[group] = self.cost_of(members)
        now = self._charged(costs, grouping)
        again = np.zeros(costs.size, dtype=np.bool_)
        again[list(groups)] = True
        return Charge(
            np.where(again, now.breaches, known.breaches),
            np.where(again, now.points, known.points),
            np.where(again, now.rest, known.rest),
        )

    def _charged(self, costs: IntArray, grouping: Grouping) -> Charge:
        """What groups cost (K+1,), undivided, as a charge."""
        if not self.per_member:
            return charged(self.price, costs)
        return divided(self.price, costs, np.append(np.maximum(grouping.sizes(), 1), 1))
