"""Every exchange of two rows from a given grouping, priced; the cheapest first."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np

from solver.grouping import Grouping
from solver.search.kernels.dispatch import price_move
from solver.search.kernels.structure import ALIKE_ABOVE, LEVELS, STANDING
from solver.search.state import State
from solver.task import Task


@dataclass(frozen=True, order=True)
class Swap:
    """What the score gains when rows ``i`` < ``j`` change places; choices stay as they are.

    ``standing``: below zero where somebody who stands higher gets a place, or the sum comes nearer
    to its floor; ``alike``: points of likeness above their bound.
    """

    breaches: int
    standing: int
    alike: int
    points: int
    i: int
    j: int


def cheapest_swaps(
    task: Task, grouping: Grouping, count: int, fixed: Collection[int] = ()
) -> list[Swap]:
    """The ``count`` swaps with the fewest breaches, then level by level; ties by row.

    Rows in ``fixed`` stay.
    """
    return heapq.nsmallest(count, _swaps(task, grouping, fixed))


def _swaps(task: Task, grouping: Grouping, fixed: Collection[int]) -> Iterator[Swap]:
    # a hand may have crowded a group: its seats must fit in memory, and a swap changes no size
    roomy = replace(task, high=np.maximum(task.high, grouping.sizes()))
    state = State(roomy)
    state.load(grouping)
    points = state.price.copy()
    points[:LEVELS] = 0
    standing, likeness = np.zeros_like(points), np.zeros_like(points)
    standing[STANDING] = 1
    likeness[ALIKE_ABOVE] = int(task.alike is not None)
    levels = (state.is_breach.astype(np.int64), standing, likeness, points)
    seats = grouping.assignment
    free = [row for row in range(task.n) if row not in fixed]
    for at, i in enumerate(free):
        for j in free[at + 1 :]:
            a, b = seats[i], seats[j]
            if a != b:
                found = [int(price_move(state.memory, one, i, a, j, b)) for one in levels]
                yield Swap(found[0], found[1], found[2], found[3], i, j)
