"""Pairs that never share a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Apart(Term):
    """One unit per edge whose two rows share a group. ``edges`` (m, 2), i < j, each once."""

    n: int
    edges: IntArray
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return self.n

    @property
    @override
    def pieces(self) -> int:
        return len(self.edges)

    @override
    def largest(self, n: int) -> int:
        return len(self.edges)

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        seats = grouping.assignment[self.edges]
        inside = (seats[:, 0] == seats[:, 1]) & (seats[:, 0] != grouping.outside)
        np.add.at(amounts, seats[inside, 0], 1)
        return charged(self.price, amounts)

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        return replace(self, edges=self.edges[list(pieces)].reshape(-1, 2))

    @override
    def people(self, piece: int) -> IntArray:
        row: IntArray = self.edges[piece]
        return row
