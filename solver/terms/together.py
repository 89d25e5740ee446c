"""Sets whose members share one group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Together:
    """For each set: the number of groups its placed members are spread over, minus one.

    With ``all_or_none`` "outside" counts as one more group, so that a set is placed whole or not
    at all. ``sets``: row numbers, ascending, at least two each. The amount belongs to no single
    group and stands in the last entry.
    """

    name: str
    n: int
    sets: tuple[IntArray, ...]
    all_or_none: bool = False
    price: int | None = None

    @property
    def rows(self) -> int:
        return self.n

    @property
    def pieces(self) -> int:
        return len(self.sets)

    def largest(self, n: int) -> int:  # noqa: ARG002 - the protocol's signature
        return sum(len(members) for members in self.sets)

    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        for members in self.sets:
            seats = np.unique(grouping.assignment[members])
            if not self.all_or_none:
                seats = seats[seats != grouping.outside]
            amounts[-1] += max(seats.size - 1, 0)
        return charged(self.price, amounts)

    def keep(self, pieces: Sequence[int]) -> Self:
        return replace(self, sets=tuple(self.sets[p] for p in pieces))

    def people(self, piece: int) -> IntArray:
        return self.sets[piece]
