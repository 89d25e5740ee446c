"""A cost (or, negative, an affinity) for each pair that shares a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from typing_extensions import override

from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.by_group import ByGroup
from solver.terms.term import Charge, charged, per_group

SCALE = 1_000_000
"""Quanta per unit of cost."""


@dataclass(frozen=True, eq=False, kw_only=True)
class PairCost(ByGroup):
    """Sum of the costs of the pairs within each group; ``member``: that sum // size.

    Either ``matrix`` (n, n), symmetric with zero diagonal, or ``edges`` (m, 2) with i < j, each
    pair once, and ``costs`` (m,); all other pairs cost nothing. A plain ``sum`` favours small
    groups (pairs grow quadratically): compositions use ``member``, the benchmarks ``sum``.
    """

    n: int
    price: int | None
    matrix: IntArray | None = None
    edges: IntArray | None = None
    costs: IntArray | None = None
    per: Literal["sum", "member"] = "member"

    def __post_init__(self) -> None:
        if self.matrix is not None:
            if (self.matrix != self.matrix.T).any() or self.matrix.diagonal().any():
                raise InvalidTaskError("asymmetric", term=self.name)
        elif self.edges is None or self.costs is None:
            raise InvalidTaskError("neither_matrix_nor_edges", term=self.name)

    @property
    @override
    def rows(self) -> int:
        return self.n

    @override
    def largest(self, n: int) -> int:
        costs = self.costs if self.matrix is None else self.matrix
        return int(np.abs(costs).sum(dtype=np.float64)) if costs is not None else 0

    @override
    def cost_of(self, members: IntArray) -> int:
        if self.matrix is not None:
            total = int(self.matrix[members][:, members].sum()) // 2
        else:
            here = np.zeros(self.n, dtype=np.bool_)
            here[members] = True
            total = int(self._costs[here[self._edges].all(axis=1)].sum())
        return total // members.size if self.per == "member" else total

    @override
    def charge(self, grouping: Grouping) -> Charge:
        if self.matrix is not None:
            return super().charge(grouping)
        # all edges at once: there are many more of them than one group has
        amounts = per_group(grouping)
        seats = grouping.assignment[self._edges]
        inside = (seats[:, 0] == seats[:, 1]) & (seats[:, 0] != grouping.outside)
        np.add.at(amounts, seats[inside, 0], self._costs[inside])
        if self.per == "member":
            sizes = grouping.sizes()
            amounts[:-1] //= np.maximum(sizes, 1)
        return charged(self.price, amounts)

    @property
    def _edges(self) -> IntArray:
        return np.empty((0, 2), dtype=np.int64) if self.edges is None else self.edges

    @property
    def _costs(self) -> IntArray:
        return np.empty(0, dtype=np.int64) if self.costs is None else self.costs
