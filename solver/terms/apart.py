"""Pairs that never share a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Apart:
    """One unit per edge whose two rows share a group. ``edges`` (m, 2), i < j, each once."""

    name: str
    n: int
    edges: IntArray
    price: int | None = None

    @property
    def rows(self) -> int:
        return self.n

    @property
    def pieces(self) -> int:
        return len(self.edges)

    def largest(self, n: int) -> int:  # noqa: ARG002 - the protocol's signature
        return len(self.edges)

    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        seats = grouping.assignment[self.edges]
        inside = (seats[:, 0] == seats[:, 1]) & (seats[:, 0] != grouping.outside)
        np.add.at(amounts, seats[inside, 0], 1)
        return charged(self.price, amounts)

    def keep(self, pieces: Sequence[int]) -> Self:
        return replace(self, edges=self.edges[list(pieces)].reshape(-1, 2))

    def people(self, piece: int) -> IntArray:
        row: IntArray = self.edges[piece]
        return row
