"""Rows of numbers of which nearly all are zero: what stands in them, row by row (CSR)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.quantise import FloatArray, IntArray

AT_ONCE = 2_000_000
"""So many products are made before they are added up."""


@dataclass(frozen=True, eq=False)
class SparseRows:
    """(n, m) numbers: of row i the ``values`` from ``start[i]`` to ``start[i + 1]``.

    ``column``: in which column each stands, ascending in a row. ``width``: m.
    """

    start: IntArray
    column: IntArray
    values: FloatArray
    width: int

    @classmethod
    def of(cls, rows: Sequence[Iterable[tuple[int, float]]], width: int) -> SparseRows:
        """From the columns and values of each row, in any order, each column once."""
        ordered = [sorted(row) for row in rows]
        flat = [pair for row in ordered for pair in row]
        return cls(
            starts(np.array([len(row) for row in ordered], dtype=np.int64)),
            np.array([c for c, _ in flat], dtype=np.int64),
            np.array([v for _, v in flat], dtype=np.float64),
            width,
        )

    @property
    def n(self) -> int:
        """The number of rows."""
        return self.start.size - 1

    @cached_property
    def lengths(self) -> IntArray:
        """(n,) how many numbers each row has."""
        return np.diff(self.start)

    @cached_property
    def row(self) -> IntArray:
        """In which row each number stands."""
        return np.repeat(np.arange(self.n), self.lengths)

    def taken(self, rows: IntArray) -> SparseRows:
        """Only these rows, in this order."""
        lengths = self.lengths[rows]
        at = spans(self.start[rows], lengths)
        return SparseRows(starts(lengths), self.column[at], self.values[at], self.width)

    def beside(self, other: SparseRows, times: float) -> SparseRows:
        """(n, m + m of the other) the two beside each other, all of it ``times`` so much."""
        row = np.concatenate([self.row, other.row])
        order = np.argsort(row, kind="stable")
        column = np.concatenate([self.column, other.column + self.width])[order]
        values = np.concatenate([self.values, other.values])[order] * times
        lengths = self.lengths + other.lengths
        return SparseRows(starts(lengths), column, values, self.width + other.width)

    @cached_property
    def turned(self) -> SparseRows:
        """(m, n) rows as columns."""
        order = np.argsort(self.column, kind="stable")
        lengths = np.bincount(self.column, minlength=self.width).astype(np.int64)
        return SparseRows(starts(lengths), self.row[order], self.values[order], self.n)

    def dots(self, other: SparseRows) -> FloatArray:
        """(n, n of the other) the products of each row with each of the other's, dense.

        Each is added up column by column, so that it does not depend on what else is asked.
        """
        postings = other.turned
        found = np.empty((self.n, other.n))
        for first, last in self._parts(postings.lengths):
            part = slice(self.start[first], self.start[last])
            column, many = self.column[part], postings.lengths[self.column[part]]
            at = spans(postings.start[column], many)
            cell = np.repeat((self.row[part] - first) * other.n, many) + postings.column[at]
            products = np.repeat(self.values[part], many) * postings.values[at]
            sums = np.bincount(cell, weights=products, minlength=(last - first) * other.n)
            found[first:last] = sums.reshape(last - first, other.n)
        return found

    def _parts(self, posted: IntArray) -> Iterator[tuple[int, int]]:
        """Runs of rows that make at most AT_ONCE products, or one row."""
        made = np.concatenate([[0], np.cumsum(posted[self.column])])[self.start]
        first = 0
        while first < self.n:
            last = int(np.searchsorted(made, made[first] + AT_ONCE, side="right")) - 1
            last = min(max(last, first + 1), self.n)
            yield first, last
            first = last


def starts(lengths: IntArray) -> IntArray:
    """(n + 1,) where each row begins, by how many numbers each has."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def spans(start: IntArray, lengths: IntArray) -> IntArray:
    """The places start, start + 1, … of each of several runs, one run after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if ends.size else 0
    shift: IntArray = np.repeat(start - ends + lengths, lengths)
    return shift + np.arange(total)
