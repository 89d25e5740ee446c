"""Who may sit in which group: pins, regions, levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.terms.term import Charge, charged


@dataclass(frozen=True, eq=False, kw_only=True)
class Place:
    """One unit per row that sits where it may not.

    ``allowed`` (n, K+1): the last column says who may stay outside (a pinned row may not).
    """

    name: str
    allowed: BoolArray
    price: int | None = None

    @property
    def rows(self) -> int:
        return int(self.allowed.shape[0])

    @property
    def pieces(self) -> int:
        return int(self._restricted().size)

    def largest(self, n: int) -> int:  # noqa: ARG002 - the protocol's signature
        return self.rows

    def charge(self, grouping: Grouping) -> Charge:
        seats = grouping.assignment
        wrong = seats[~self.allowed[np.arange(seats.size), seats]]
        return charged(self.price, np.bincount(wrong, minlength=grouping.groups + 1))

    def keep(self, pieces: Sequence[int]) -> Self:
        allowed = np.ones_like(self.allowed)
        rows = self._restricted()[list(pieces)]
        allowed[rows] = self.allowed[rows]
        return replace(self, allowed=allowed)

    def people(self, piece: int) -> IntArray:
        return self._restricted()[piece : piece + 1]

    def _restricted(self) -> IntArray:
        return np.flatnonzero(~self.allowed.all(axis=1)).astype(np.int64)
