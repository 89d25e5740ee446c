"""Sums over the pairs within each group, from a table that all starts share. O(1) a price.

Beside each group stands what every row costs with its members, so that a price reads five numbers;
taking a move in adds one row of the table to that, and takes one away.
"""

from __future__ import annotations

import numpy as np

from solver.lowered.shapes import PairSums
from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
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


@inlined
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


@inlined
def _comes_to(m: IntArray, o: int, total: int, size: int) -> int:
    if m[o + DIVIDED] == 0:
        return total
    return total // size if size > 0 else 0


@inlined
def change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    after = _after(m, pairs, o, group, out, come)
    return _comes_to(m, o, after, size) - m[o + m[o + NOW] + group]


@inlined
def changes(
    m: IntArray, pairs: IntArray, o: int, i: int, a: int, j: int, b: int
) -> tuple[int, int]:
    """Change of the amounts of a and of b when i goes from a to b, and j (or nobody) back."""
    sums, now, n = o + m[o + SUM], o + m[o + NOW], m[N]
    both = pairs[m[o + TABLE], i, j] if j >= 0 else 0
    one = other = 0
    if a < m[K]:
        near = o + m[o + NEAR] + a * n
        after = m[sums + a] - m[near + i] - both
        if j >= 0:
            after += m[near + j]
        one = _comes_to(m, o, after, size_of(m, a) - (j < 0)) - m[now + a]
    if b < m[K]:
        near = o + m[o + NEAR] + b * n
        after = m[sums + b] + m[near + i] - both
        if j >= 0:
            after -= m[near + j]
        other = _comes_to(m, o, after, size_of(m, b) + (j < 0)) - m[now + b]
    return one, other


@inlined
def update(m: IntArray, pairs: IntArray, o: int, i: int, a: int, j: int, b: int) -> None:
    """Takes a move into the running sums."""
    one, other = changes(m, pairs, o, i, a, j, b)
    n, near, table = m[N], o + m[o + NEAR], pairs[m[o + TABLE]]
    both = table[i, j] if j >= 0 else 0
    if a < m[K]:
        m[o + m[o + NOW] + a] += one
        m[o + m[o + SUM] + a] += (m[near + a * n + j] if j >= 0 else 0) - m[near + a * n + i] - both
        _add(m[near + a * n : near + a * n + n], table, j, i)
    if b < m[K]:
        m[o + m[o + NOW] + b] += other
        m[o + m[o + SUM] + b] += m[near + b * n + i] - (m[near + b * n + j] if j >= 0 else 0) - both
        _add(m[near + b * n : near + b * n + n], table, i, j)


@inlined
def _add(near: IntArray, table: IntArray, come: int, out: int) -> None:
    """Adds the row of who comes, and takes that of who leaves away: one run through memory."""
    if come >= 0 and out >= 0:
        more, less = table[come], table[out]
        for row in range(near.size):
            near[row] += more[row] - less[row]
    elif come >= 0:
        more = table[come]
        for row in range(near.size):
            near[row] += more[row]
    else:
        less = table[out]
        for row in range(near.size):
            near[row] -= less[row]
