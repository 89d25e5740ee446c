"""What pairs of rows cost: added to a table of all pairs, or kept as columns and edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from solver.quantise import IntArray

CHUNK = 256
EXACT = 2**53
"""Whole numbers up to here, and their sums and products, are exact in floating point."""


class Costs(Protocol):
    """A cost for every pair of rows."""

    def add_to(self, table: IntArray) -> None:
        """Adds it to a symmetric table (n, n) with zero diagonal."""


@dataclass(frozen=True, eq=False)
class Distances:
    """``weight`` × squared distance between ``features`` (n, d)."""

    features: IntArray
    weight: int

    def add_to(self, table: IntArray) -> None:
        """By ‖a‖² + ‖b‖² − 2 a·b; the products in floating point where that is exact."""
        if not self.features.size:
            return
        norms = (self.features * self.features).sum(axis=1)
        x = self.features.astype(np.float64) if 4 * int(norms.max()) < EXACT else self.features
        for first in range(0, len(table), CHUNK):
            rows = slice(first, first + CHUNK)
            products = (x[rows] @ x.T).astype(np.int64)
            table[rows] += self.weight * (norms[rows, np.newaxis] + norms - 2 * products)


@dataclass(frozen=True, eq=False)
class Matrix:
    """``weight`` × ``costs`` (n, n)."""

    costs: IntArray
    weight: int

    def add_to(self, table: IntArray) -> None:
        """Chunk by chunk, so that no second table stands in memory."""
        for first in range(0, len(table), CHUNK):
            rows = slice(first, first + CHUNK)
            table[rows] += self.weight * self.costs[rows]


@dataclass(frozen=True, eq=False)
class Edged:
    """``costs`` (m,) of ``edges`` (m, 2), weight already in them; all other pairs cost nothing."""

    edges: IntArray
    costs: IntArray

    def add_to(self, table: IntArray) -> None:
        """Each edge both ways."""
        one, other = self.edges.T
        np.add.at(table, (one, other), self.costs)
        np.add.at(table, (other, one), self.costs)
