"""Pairs that never share a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms.term import Charge, Term, charged


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
        ones, others = self._ends
        seats = grouping.assignment.astype(np.int32)
        at = seats.take(ones)
        shared = at[at == seats.take(others)]
        inside = shared[shared != grouping.outside]
        return charged(self.price, np.bincount(inside, minlength=grouping.groups + 1))

    @cached_property
    def _ends(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """(m,) the one and the other row of each edge, each in one run of memory."""
        one, other = self.edges.astype(np.int32).T
        return np.ascontiguousarray(one), np.ascontiguousarray(other)

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        return replace(self, edges=self.edges[list(pieces)].reshape(-1, 2))

    @override
    def in_parts(self, division: Division) -> list[Self]:
        each = zip(division.rows, division.pairs(self.edges), strict=True)
        return [replace(self, n=rows.size, edges=edges) for rows, (_, edges) in each]

    @override
    def people(self, piece: int) -> IntArray:
        row: IntArray = self.edges[piece]
        return row
