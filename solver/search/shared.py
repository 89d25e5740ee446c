"""What all starts of one search read and none of them changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from solver.lowered import Lowered, lower
from solver.quantise import IntArray
from solver.search.neighbours import neighbours
from solver.task import Task


@dataclass(frozen=True, eq=False)
class Shared:
    """The lowered problem, and who is near whom (n, m): see :mod:`solver.search.neighbours`."""

    lowered: Lowered
    near: IntArray

    @classmethod
    def of(cls, task: Task) -> Self:
        """Worked out once a search."""
        lowered = lower(task)
        return cls(lowered, neighbours(lowered))
