"""The change of PairCost with a matrix: sums per row and group, O(1) a price."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import BODY, K, N, block, size_of
from solver.task import Task
from solver.terms import PairCost

PER_MEMBER, COST, NEAR, PAIRS = range(BODY, BODY + 4)
"""Words: divided by the size or not; offsets of the costs (n, n), the cost of each row with a
group's members (K, n), and the sum within each group (K,)."""


def pack(kind: int, amount: int, term: PairCost, task: Task) -> IntArray:
    """The block of a term with a matrix, empty of people."""
    costs = term.matrix if term.matrix is not None else np.zeros((task.n, task.n))
    sums = [np.zeros((task.groups, task.n)), np.zeros(task.groups)]
    return block(kind, amount, [int(term.per == "member")], [costs, *sums])


@compiled
def _after(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    pairs = m[o + m[o + PAIRS] + group]
    near = o + m[o + NEAR] + group * m[N]
    if out >= 0:
        pairs -= m[near + out]
    if come >= 0:
        pairs += m[near + come]
        if out >= 0:
            pairs -= m[o + m[o + COST] + out * m[N] + come]
    return pairs


@compiled
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    before, after = m[o + m[o + PAIRS] + group], _after(m, o, group, out, come)
    if m[o + PER_MEMBER] == 0:
        return after - before
    size = size_of(m, group)
    old = before // size if size > 0 else 0
    size += (come >= 0) - (out >= 0)
    return (after // size if size > 0 else 0) - old


@compiled
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the running sums."""
    if group >= m[K]:
        return
    m[o + m[o + PAIRS] + group] = _after(m, o, group, out, come)
    n = m[N]
    near, cost = o + m[o + NEAR] + group * n, o + m[o + COST]
    if come >= 0:
        for i in range(n):
            m[near + i] += m[cost + come * n + i]
    if out >= 0:
        for i in range(n):
            m[near + i] -= m[cost + out * n + i]
