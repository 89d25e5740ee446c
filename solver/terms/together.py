"""Sets whose members share one group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Together(Term):
    """For each set: the number of groups its placed members are spread over, minus one.

    With ``all_or_none`` "outside" counts as one more group, so that a set is placed whole or not
    at all. ``sets``: row numbers, ascending, at least two each. The amount belongs to no single
    group and stands in the last entry.
    """

    n: int
    sets: tuple[IntArray, ...]
    all_or_none: bool = False
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return self.n

    @property
    @override
    def pieces(self) -> int:
        return len(self.sets)

    @property
    @override
    def misses(self) -> bool:
        return self.all_or_none

    @override
    def largest(self, n: int) -> int:
        return sum(len(members) for members in self.sets)

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for members in self.sets:
            seats = np.unique(grouping.assignment[members])
            if not self.all_or_none:
                seats = seats[seats != grouping.outside]
            amounts[-1] += max(seats.size - 1, 0)
        return charged(self.price, amounts)

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        return replace(self, sets=tuple(self.sets[p] for p in pieces))

    @override
    def in_parts(self, division: Division) -> list[Self] | None:
        """Groups that hold members of a set are counted in the part that has them.

        Where all members in a part may be outside, it is not known there whether one counts less.
        """
        if not division.everyone:
            return None
        each: list[list[IntArray]] = [[] for _ in range(division.parts)]
        for members in self.sets:
            of = division.of_row[members]
            for part in np.unique(of):
                inside = members[of == part]
                if inside.size > 1:
                    each[part].append(division.row_within[inside])
        sizes = [rows.size for rows in division.rows]
        return [replace(self, n=n, sets=tuple(sets)) for n, sets in zip(sizes, each, strict=True)]

    @override
    def people(self, piece: int) -> IntArray:
        return self.sets[piece]
