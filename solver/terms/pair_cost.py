"""A cost (or, negative, an affinity) for each pair that shares a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import ArrayLike
from typing_extensions import override

from solver.division import Division
from solver.errors import InvalidTaskError
from solver.grouping import OpenGroups
from solver.quantise import FloatArray, IntArray, quantise
from solver.terms.by_group import ByGroup

SCALE = 1_000_000
"""Quanta per unit of cost."""


@dataclass(frozen=True, eq=False, kw_only=True)
class PairCost(ByGroup):
    """Sum of the costs of the pairs within each group; ``member``: that sum / size.

    Either ``matrix`` (n, n), symmetric with zero diagonal, or ``edges`` (m, 2) with i < j, each
    pair once, and ``costs`` (m,); all other pairs cost nothing. A plain ``sum`` favours small
    groups (pairs grow quadratically): compositions use ``member``, the benchmarks ``sum``.
    """

    compares: ClassVar[bool] = True

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

    @classmethod
    def of_matrix(
        cls,
        name: str,
        matrix: ArrayLike,
        price: int | None,
        per: Literal["sum", "member"] = "member",
    ) -> Self:
        """From a float matrix (n, n), quantised at SCALE."""
        quanta = quantise(matrix, SCALE)
        return cls(name=name, n=quanta.shape[0], price=price, matrix=quanta, per=per)

    @property
    @override
    def rows(self) -> int:
        return self.n

    @override
    def largest(self, n: int) -> int:
        costs = self.costs if self.matrix is None else self.matrix
        return int(np.abs(costs).sum(dtype=np.float64)) if costs is not None else 0

    @property
    @override
    def gives(self) -> bool:
        costs = self._costs if self.matrix is None else self.matrix
        return bool((costs < 0).any())

    @property
    @override
    def per_member(self) -> bool:
        return self.per == "member"

    @override
    def costs_with(self, rows: IntArray, size: int) -> FloatArray:
        if self.matrix is not None:
            costs = self.matrix[rows].astype(np.float64)
        else:
            costs = np.zeros((rows.size, self.n))
            place = np.full(self.n, -1)
            place[rows] = np.arange(rows.size)
            for a, b in ((0, 1), (1, 0)):
                mine = place[self._edges[:, a]] >= 0
                costs[place[self._edges[mine, a]], self._edges[mine, b]] = self._costs[mine]
        return costs * (self.price or 0) / (size if self.per == "member" else 1)

    @override
    def in_parts(self, division: Division) -> list[Self]:
        if self.matrix is not None:
            each = [self.matrix[np.ix_(rows, rows)] for rows in division.rows]
            return [replace(self, n=len(matrix), matrix=matrix) for matrix in each]
        pairs = zip(division.rows, division.pairs(self._edges), strict=True)
        return [
            replace(self, n=rows.size, edges=edges, costs=self._costs[which])
            for rows, (which, edges) in pairs
        ]

    @override
    def cost_of(self, members: IntArray) -> int:
        if self.matrix is not None:
            total = int(self.matrix[members][:, members].sum()) // 2
        else:
            here = np.zeros(self.n, dtype=np.bool_)
            here[members] = True
            total = int(self._costs[here[self._edges].all(axis=1)].sum())
        return total

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        matrix = self.matrix
        return self._by_edges(opened) if matrix is None else _within(matrix, opened)

    def _by_edges(self, opened: OpenGroups) -> IntArray:
        """(g,) the sums over the edges within each group."""
        at = np.full(self.n, -1)
        at[opened.rows] = opened.at
        one, other = at[self._edges].T
        inside = (one == other) & (one >= 0)
        totals = np.zeros(opened.numbers.size, dtype=np.int64)
        np.add.at(totals, one[inside], self._costs[inside])
        return totals

    @property
    def _edges(self) -> IntArray:
        return np.empty((0, 2), dtype=np.int64) if self.edges is None else self.edges

    @property
    def _costs(self) -> IntArray:
        return np.empty(0, dtype=np.int64) if self.costs is None else self.costs


def _within(matrix: IntArray, opened: OpenGroups) -> IntArray:
    """(g,) the sums of a matrix (n, n) over the pairs within each group, and no others.

    Each row beside every row of its group: from where that begins, and so many further.
    """
    sizes = opened.sizes[opened.at]
    ends = np.cumsum(sizes)
    further = np.arange(sizes.sum()) - np.repeat(ends - sizes, sizes)
    beside = opened.rows[np.repeat(opened.starts[opened.at], sizes) + further]
    costs = matrix[np.repeat(opened.rows, sizes), beside]
    if not costs.size:
        return np.zeros(0, dtype=np.int64)
    sums: IntArray = np.add.reduceat(costs, (ends - sizes)[opened.starts]) // 2
    return sums
