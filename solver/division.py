"""Rows and groups divided into parts that can be composed one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Division:
    """Which part each row (n,) and each group (K,) belongs to, of ``parts``; all of every group.

    A row that sits in a group belongs to the part of the group; one outside to any. ``everyone``:
    whether nobody is outside, nor will be.
    """

    of_row: IntArray
    of_group: IntArray
    parts: int
    everyone: bool = False

    @cached_property
    def rows(self) -> list[IntArray]:
        """The rows of each part, ascending: its row number r is ``rows[part][r]``."""
        return split(self.of_row, np.arange(self.of_row.size, dtype=np.int64), self.parts)

    @cached_property
    def groups(self) -> list[IntArray]:
        """The groups of each part, ascending."""
        return split(self.of_group, np.arange(self.of_group.size, dtype=np.int64), self.parts)

    @cached_property
    def row_within(self) -> IntArray:
        """(n,) the number of each row within its part."""
        return _within(self.rows, self.of_row.size)

    @cached_property
    def group_within(self) -> IntArray:
        """(K,) the number of each group within its part."""
        return _within(self.groups, self.of_group.size)

    def pairs(self, pairs: IntArray) -> list[tuple[IntArray, IntArray]]:
        """Of each part: which of ``pairs`` (m, 2) are within it, and as rows of the part.

        Ascending pairs stay so: the rows of a part are in order.
        """
        part = self.of_row[pairs[:, 0]]
        inside = np.flatnonzero(part == self.of_row[pairs[:, 1]]).astype(np.int64)
        each = split(part[inside], inside, self.parts)
        return [(which, self.row_within[pairs[which]]) for which in each]

    def grouping_of(self, part: int, whole: Grouping) -> Grouping:
        """A part of a grouping, by itself."""
        groups = self.groups[part]
        within = np.append(self.group_within, groups.size)
        within[-1] = groups.size
        seats = within[whole.assignment[self.rows[part]]]
        choices = {name: taken[groups] for name, taken in whole.choices.items()}
        return Grouping(seats, int(groups.size), choices)

    def joined(self, each: list[Grouping]) -> Grouping:
        """The whole, of the grouping of every part."""
        count = self.of_group.size
        seats = np.empty(self.of_row.size, dtype=np.int64)
        choices = {
            name: np.empty((count, taken.shape[1]), dtype=np.int64)
            for name, taken in each[0].choices.items()
        }
        for rows, groups, grouping in zip(self.rows, self.groups, each, strict=True):
            seats[rows] = np.append(groups, count)[grouping.assignment]
            for name, taken in grouping.choices.items():
                choices[name][groups] = taken
        return Grouping(seats, int(count), choices)


def split(part: IntArray, values: IntArray, parts: int) -> list[IntArray]:
    """The ``values`` (m,) of each part, in their order; ``part`` (m,) says which."""
    order = np.argsort(part, kind="stable")
    ends = np.cumsum(np.bincount(part, minlength=parts))
    return np.split(values[order], ends[:-1])


def _within(each: list[IntArray], total: int) -> IntArray:
    within = np.empty(total, dtype=np.int64)
    for members in each:
        within[members] = np.arange(members.size)
    return within
