"""Who sits where, and what each group chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np

from solver.quantise import BoolArray, IntArray

_NONE: Mapping[str, IntArray] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class OpenGroups:
    """The open groups of a grouping, and their rows one group after the other.

    ``numbers`` (g,): which groups they are, ascending; ``rows`` (p,): the placed rows, ascending
    within each group; ``starts``, ``sizes`` (g,): where the rows of each begin, and how many there
    are; ``at`` (p,): in which of the open groups, 0 … g-1, each of ``rows`` sits.
    """

    numbers: IntArray
    rows: IntArray
    starts: IntArray
    sizes: IntArray
    at: IntArray

    def sums(self, values: IntArray | BoolArray) -> IntArray:
        """(g, …) the sum over each group of ``values`` (p, …), a value for each of ``rows``."""
        if not self.numbers.size:
            return np.zeros((0, *values.shape[1:]), dtype=np.int64)
        return np.add.reduceat(values, self.starts, axis=0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Grouping:
    """An assignment of n rows to K groups, with the options the groups took.

    ``assignment`` (n,): the group of each row, 0 … K-1, or K: outside every group (not placed).
    ``choices``: name of a Choice term → (K, take) option numbers, -1 in a closed group.
    """

    assignment: IntArray
    groups: int
    choices: Mapping[str, IntArray] = field(default_factory=lambda: _NONE)

    @property
    def outside(self) -> int:
        """The number that stands for "in no group"."""
        return self.groups

    def sizes(self) -> IntArray:
        """(K,) members of each group."""
        return np.bincount(self.assignment, minlength=self.groups + 1)[: self.groups].astype(
            np.int64
        )

    def members(self, group: int) -> IntArray:
        """Rows in ``group`` (``outside`` allowed), ascending."""
        order, starts = self._by_group
        return order[starts[group] : starts[group + 1]]

    @cached_property
    def _by_group(self) -> tuple[IntArray, IntArray]:
        """Rows ordered by group, and where each group begins: one sort instead of K searches."""
        order = np.argsort(self.assignment, kind="stable").astype(np.int64)
        starts = np.searchsorted(self.assignment[order], np.arange(self.groups + 2))
        return order, starts.astype(np.int64)

    @cached_property
    def opened(self) -> OpenGroups:
        """The open groups, for whoever counts in all of them at once."""
        order, starts = self._by_group
        sizes = np.diff(starts)[: self.groups]
        numbers = np.flatnonzero(sizes).astype(np.int64)
        at = np.repeat(np.arange(numbers.size, dtype=np.int64), sizes[numbers])
        return OpenGroups(numbers, order[: at.size], starts[numbers], sizes[numbers], at)

    def open_groups(self) -> Iterator[tuple[int, IntArray]]:
        """(group, members) for each group that has members."""
        for group in range(self.groups):
            members = self.members(group)
            if members.size:
                yield group, members
