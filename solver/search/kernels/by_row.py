"""The change of terms in which each row counts for itself: Place, Merit and Stay."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import BODY, K, block
from solver.task import Task
from solver.terms import Merit, Place, Stay

COST = BODY
"""Word: offset of what a row costs in each group, or outside (n, K+1)."""


def pack(kind: int, amount: int, table: IntArray) -> IntArray:
    """The block of a table (n, K+1)."""
    return block(kind, amount, [], [table])


def table_of(term: Place | Merit, task: Task) -> IntArray:
    """(n, K+1) 1 where a row may not sit; or the value of a row outside."""
    table = np.zeros((task.n, task.groups + 1), dtype=np.int64)
    if isinstance(term, Place):
        table[term.told] = ~term.allowed
    else:
        table[:, -1] = term.value
    return table


def moved(term: Stay, task: Task) -> IntArray:
    """(n, K+1) 1 where a row had an earlier group and sits elsewhere."""
    before = term.previous.reshape(-1, 1)
    here = np.arange(task.groups + 1)
    table: IntArray = ((before >= 0) & (before != here)).astype(np.int64)
    return table


@compiled
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """What the newcomer costs here, less what the leaver did."""
    cost, width = o + m[o + COST] + group, m[K] + 1
    delta = m[cost + come * width] if come >= 0 else 0
    return delta - (m[cost + out * width] if out >= 0 else 0)
