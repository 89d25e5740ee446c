"""Sums over the pairs within each group, from a table that all starts share. O(1) a price.

Beside each group stands what every row costs with its members, so that a price reads five numbers;
taking a move in adds one row of the table to that, and takes one away.
"""

from __future__ import annotations

import numpy as np

from solver.lowered.parts import PairSums
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.kinds import PAIR_SUMS
from solver.search.kernels.memory import BODY, K, N, block, size_of
from solver.task import Task

TABLE, DIVIDED, NEAR, SUM, NOW = range(BODY, BODY + 5)
"""Words: which table, divided by the size or not; offsets of the cost of each row with a group's
members (K, n), of the sum within each group and of what that comes to (K,): a division is what a
price costs most."""


def pack(part: PairSums, task: Task) -> IntArray:
    """The block, empty of people."""
    sums = [np.zeros((task.groups, task.n)), np.zeros(task.groups), np.zeros(task.groups)]
    return block(PAIR_SUMS, part.amount, 1, [part.table, int(part.divided)], sums)


@compiled
def _after(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    after = m[o + m[o + SUM] + group]
    near = o + m[o + NEAR] + group * m[N]
    if out >= 0:
        after -= m[near + out]
    if come >= 0:
        after += m[near + come]
        if out >= 0:
            after -= pairs[m[o + TABLE], out, come]
    return after


@compiled
def _comes_to(m: IntArray, o: int, total: int, size: int) -> int:
    if m[o + DIVIDED] == 0:
        return total
    return total // size if size > 0 else 0


@compiled
def change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    after = _after(m, pairs, o, group, out, come)
    return _comes_to(m, o, after, size) - m[o + m[o + NOW] + group]


@compiled
def update(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the running sums."""
    if group >= m[K]:
        return
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    after = _after(m, pairs, o, group, out, come)
    m[o + m[o + SUM] + group] = after
    m[o + m[o + NOW] + group] = _comes_to(m, o, after, size)
    n, first = m[N], o + m[o + NEAR] + group * m[N]
    near, table = m[first : first + n], pairs[m[o + TABLE]]
    if come >= 0 and out >= 0:
        more, less = table[come], table[out]
        for row in range(n):
            near[row] += more[row] - less[row]
    elif come >= 0:
        near += table[come]
    else:
        near -= table[out]
