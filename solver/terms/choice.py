"""Each group takes options that its members allow: a theme, a place, time slots, a facilitator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import BoolArray, FloatArray, IntArray
from solver.terms.forbidding import Forbidding
from solver.terms.term import Charge, Term, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice(Forbidding):
    """Every open group takes ``take`` different options of m.

    Breaches (always hard): members that do not allow an option their group took, counted per
    option; and, in the last entry, groups above an option's ``capacity`` (m,). Points: ``price``
    × sum over members and taken options of ``cost`` (n, m). ``allowed`` is (n, m).
    What a group took is part of the grouping, not worked out here; -1 counts nothing.
    """

    compares: ClassVar[bool] = True

    allowed: BoolArray
    cost: IntArray
    capacity: IntArray
    take: int = 1
    price: int = 0

    @property
    @override
    def rows(self) -> int:
        return int(self.allowed.shape[0])

    @property
    def options(self) -> int:
        return int(self.allowed.shape[1])

    @property
    @override
    def pieces(self) -> int:
        return self.rows

    @override
    def largest(self, n: int) -> int:
        return self.take * int(np.abs(self.cost).max(axis=1, initial=0).sum(dtype=object) or 0)

    @override
    def costs_with(self, rows: IntArray, size: int) -> FloatArray:
        costs = np.full((rows.size, self.rows), np.inf)
        for column in self.cost.T:
            np.minimum(costs, column[rows, np.newaxis] + column, out=costs)
        return costs * self.price / size

    @override
    def charge(self, grouping: Grouping) -> Charge:
        breaches, amounts = per_group(grouping), per_group(grouping)
        opened = grouping.opened
        open_, rows = opened.numbers, opened.rows
        options = grouping.choices[self.name][open_]
        takes = options[opened.at].T
        refused = (takes >= 0) & ~self.allowed[rows, takes]
        breaches[open_] = opened.sums(refused.sum(axis=0))
        amounts[open_] = opened.sums(np.where(takes >= 0, self.cost[rows, takes], 0).sum(axis=0))
        breaches[-1] = self._above(options)
        return Charge.whole(breaches, self.price * amounts)

    @override
    def defined(self, grouping: Grouping) -> Charge:
        breaches, amounts = per_group(grouping), per_group(grouping)
        taken = grouping.choices[self.name]
        used = np.zeros(self.options, dtype=np.int64)
        for group, members in grouping.open_groups():
            options = taken[group][taken[group] >= 0]
            breaches[group] = (~self.allowed[np.ix_(members, options)]).sum()
            amounts[group] = self.cost[np.ix_(members, options)].sum()
            used[options] += 1
        breaches[-1] = np.maximum(used - self.capacity, 0).sum()
        return Charge.whole(breaches, self.price * amounts)

    @override
    def recharge(self, known: Charge, grouping: Grouping, groups: Collection[int]) -> Charge:
        breaches, points = known.breaches.copy(), known.points.copy()
        taken = grouping.choices[self.name]
        for group in groups:
            if group < grouping.groups:
                members, options = grouping.members(group), taken[group]
                options = options[options >= 0] if members.size else options[:0]
                breaches[group] = (~self.allowed[np.ix_(members, options)]).sum()
                points[group] = self.price * self.cost[np.ix_(members, options)].sum()
        breaches[-1] = self._above(taken[grouping.sizes() > 0])
        return Charge.whole(breaches, points)

    def _above(self, taken: IntArray) -> int:
        """By how many groups options are above their capacity; ``taken``: of the open groups."""
        used = np.bincount(taken[taken >= 0], minlength=self.options)
        return int(np.maximum(used - self.capacity, 0).sum())

    @override
    def freed(self) -> Self | None:
        """Whoever refuses an option is not asked any more; the capacities stay, being no demand."""
        if self.allowed.all():
            return self
        return self.keep(()) if self.price and self.cost.any() else None

    @override
    def in_parts(self, division: Division) -> list[Self] | None:
        """Where an option is for some groups only, what other parts took of it counts too."""
        if (self.capacity < division.of_group.size).any():
            return None
        return [
            replace(self, allowed=self.allowed[rows], cost=self.cost[rows])
            for rows in division.rows
        ]

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        """Rows that are dropped allow everything; the capacities stay."""
        allowed = np.ones_like(self.allowed)
        allowed[list(pieces)] = self.allowed[list(pieces)]
        return replace(self, allowed=allowed)

    @override
    def people(self, piece: int) -> IntArray:
        return np.array([piece], dtype=np.int64)


def choices_of(terms: Iterable[Term]) -> tuple[Choice, ...]:
    """Those of ``terms`` by which groups take options."""
    return tuple(term for term in terms if isinstance(term, Choice))
