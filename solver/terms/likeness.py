"""Members alike: squared distance to the group's mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike
from typing_extensions import override

from solver.division import Division
from solver.grouping import OpenGroups
from solver.quantise import FloatArray, IntArray, quantise
from solver.terms.by_group import ByGroup

SCALE = 1_000
"""Quanta per unit of a weighted feature."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Likeness(ByGroup):
    """Sum over groups of (size · Σ‖x‖² − ‖Σx‖²) / size, the squared distance to the mean.

    What is divided is the sum over the pairs of a group of their squared distance. ``features``
    (n, d) int64, weights already in them (``Likeness.of``). One unit of amount is 1/SCALE² of a
    squared unit of feature.
    """

    compares: ClassVar[bool] = True

    features: IntArray
    price: int | None

    @classmethod
    def of(cls, name: str, features: ArrayLike, weights: ArrayLike, price: int | None) -> Self:
        """From floats: ``features`` (n, d) with NaN = missing, ``weights`` (d,) ≥ 0.

        A missing value takes the pool's median. Columns are moved to median 0, which changes no
        distance and keeps the integers small.
        """
        table = np.array(features, dtype=np.float64, ndmin=2)
        for j in range(table.shape[1]):
            known = ~np.isnan(table[:, j])
            median = np.median(table[known, j]) if known.any() else 0.0
            table[:, j] = np.where(known, table[:, j] - median, 0.0)
        scaled = table * np.sqrt(np.asarray(weights, dtype=np.float64))
        return cls(name=name, features=quantise(scaled, SCALE), price=price)

    @property
    @override
    def rows(self) -> int:
        return int(self.features.shape[0])

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [replace(self, features=self.features[rows]) for rows in division.rows]

    @override
    def largest(self, n: int) -> int:
        return int((self.features.astype(object) ** 2).sum()) if self.features.size else 0

    @override
    def largest_undivided(self, n: int, size: int) -> int:
        return (size + 1) * self.largest(n)

    @property
    @override
    def per_member(self) -> bool:
        return True

    @override
    def cost_of(self, members: IntArray) -> int:
        x = self.features[members]
        total = x.sum(axis=0)
        return int(members.size * (x * x).sum() - (total * total).sum())

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        x = self.features[opened.rows]
        total, squares = opened.sums(x), opened.sums((x * x).sum(axis=1))
        costs: IntArray = opened.sizes * squares - (total * total).sum(axis=1)
        return costs

    @override
    def costs_with(self, rows: IntArray, size: int) -> FloatArray:
        costs = np.zeros((rows.size, self.rows))
        for column in self.features.T:
            costs += (column[rows, np.newaxis] - column).astype(np.float64) ** 2
        return costs * (self.price or 0) / size
