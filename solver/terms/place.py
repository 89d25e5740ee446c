"""Who may sit in which group: pins, regions, levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.terms.term import Charge, Term, charged


@dataclass(frozen=True, eq=False, kw_only=True)
class Place(Term):
    """One unit per row that sits where it may not.

    ``allowed`` (r, K+1): the last column says who may stay outside (a pinned row may not).
    ``about`` (r,): the rows, ascending, of ``n``, that these are; all others may sit anywhere.
    None: they are all rows.
    """

    allowed: BoolArray
    about: IntArray | None = None
    n: int | None = None
    price: int | None = None

    @property
    @override
    def rows(self) -> int:
        return int(self.allowed.shape[0]) if self.n is None else self.n

    @property
    @override
    def pieces(self) -> int:
        return int(self._restricted().size)

    @override
    def largest(self, n: int) -> int:
        return self.rows

    @property
    def told(self) -> IntArray:
        """(r,) the rows that ``allowed`` tells of."""
        return np.arange(self.rows) if self.about is None else self.about

    @override
    def charge(self, grouping: Grouping) -> Charge:
        seats = grouping.assignment[self.told]
        wrong = seats[~self.allowed[np.arange(seats.size), seats]]
        return charged(self.price, np.bincount(wrong, minlength=grouping.groups + 1))

    @override
    def tells_apart(self, group: int) -> bytes:
        return self.allowed[:, group].tobytes()

    @override
    def in_parts(self, division: Division) -> list[Self]:
        about, of = self.told, division.of_row[self.told]
        each = []
        for part, (rows, groups) in enumerate(zip(division.rows, division.groups, strict=True)):
            told = np.flatnonzero(of == part)
            allowed = self.allowed[np.ix_(told, np.append(groups, division.of_group.size))]
            within = division.row_within[about[told]]
            each.append(replace(self, allowed=allowed, about=within, n=rows.size))
        return each

    @override
    def keep(self, pieces: Sequence[int]) -> Self:
        allowed = np.ones_like(self.allowed)
        rows = self._restricted()[list(pieces)]
        allowed[rows] = self.allowed[rows]
        return replace(self, allowed=allowed)

    @override
    def people(self, piece: int) -> IntArray:
        return self.told[self._restricted()[piece : piece + 1]]

    def _restricted(self) -> IntArray:
        """Where in ``allowed`` somebody may not sit everywhere."""
        return np.flatnonzero(~self.allowed.all(axis=1)).astype(np.int64)
