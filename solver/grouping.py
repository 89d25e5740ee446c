"""Who sits where, and what each group chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np

from solver.quantise import IntArray

_NONE: Mapping[str, IntArray] = MappingProxyType({})


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

    def open_groups(self) -> Iterator[tuple[int, IntArray]]:
        """(group, members) for each group that has members."""
        for group in range(self.groups):
            members = self.members(group)
            if members.size:
                yield group, members
