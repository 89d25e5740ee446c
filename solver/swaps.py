"""Every exchange of two rows from a given grouping, priced; the cheapest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.search.kernels.every_swap import LEVELS_OF_ONE, exchanges
from solver.search.state import State
from solver.task import Task

AT_ONCE = 4096
"""So many exchanges at least are looked at before those that come last are dropped."""


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
    state = _loaded(task, grouping)
    free = np.array([row for row in range(task.n) if row not in fixed], dtype=np.int64)
    count = min(count, free.size * (free.size - 1) // 2)
    return [Swap(*map(int, row)) for row in _cheapest(state, free, count)] if count > 0 else []


def swaps_of(
    task: Task, grouping: Grouping, row: int, count: int, fixed: Collection[int] = ()
) -> list[Swap]:
    """The ``count`` cheapest swaps of one row with another, in the same order; ``i`` is ``row``.

    Rows in ``fixed`` stay; ``row`` itself may be one of them.
    """
    state = _loaded(task, grouping)
    others = [other for other in range(task.n) if other not in fixed and other != row]
    free = np.array([row, *others], dtype=np.int64)
    table = np.empty((free.size, LEVELS_OF_ONE + 2), dtype=np.int64)
    worst = np.full(LEVELS_OF_ONE, np.iinfo(np.int64).max)
    _, filled = exchanges(state.memory, state.pairs, state.is_breach, free, 0, worst, table, 0)
    # where few sit elsewhere there was room for other rows
    found = table[:filled][table[:filled, LEVELS_OF_ONE] == row]
    first = found[np.lexsort(found.T[::-1])[:count]]
    return [Swap(*map(int, swap)) for swap in first]


def _loaded(task: Task, grouping: Grouping) -> State:
    """The grouping as the search holds it.

    A hand may have crowded a group: its seats must fit in memory, and a swap changes no size.
    """
    state = State(replace(task, high=np.maximum(task.high, grouping.sizes())))
    state.load(grouping)
    return state


def _cheapest(state: State, free: IntArray, count: int) -> IntArray:
    """(count or fewer, LEVELS_OF_ONE + 2) the first exchanges of two of ``free``, in order.

    What stands in memory at once grows with ``count`` and with the rows, not with their square.
    """
    table = np.empty((count + max(free.size, AT_ONCE), LEVELS_OF_ONE + 2), dtype=np.int64)
    worst = np.full(LEVELS_OF_ONE, np.iinfo(np.int64).max)
    at = filled = 0
    while at < free.size:
        at, filled = exchanges(
            state.memory, state.pairs, state.is_breach, free, at, worst, table, filled
        )
        first = table[np.lexsort(table[:filled].T[::-1])[:count]]
        filled = len(first)
        table[:filled] = first
        if filled == count:
            worst = table[count - 1, :LEVELS_OF_ONE].copy()
    return table[:filled]
