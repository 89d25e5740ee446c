"""The change of terms over few pairs: Apart, and PairCost given by edges. O(degree) a price."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import BODY, K, block, group_of, size_of
from solver.task import Task
from solver.terms import Apart, PairCost

PER_MEMBER, START, TO, COST, PAIRS = range(BODY, BODY + 5)
"""Words: divided by the size or not; offsets of the neighbour lists (start (n+1,), to, cost) and
of the sum within each group (K,)."""


def pack(kind: int, amount: int, term: Apart | PairCost, task: Task) -> IntArray:
    """The block of a term given by edges, empty of people."""
    edges = np.zeros((0, 2), dtype=np.int64) if term.edges is None else term.edges
    costs, per_member = np.ones(len(edges), dtype=np.int64), False
    if isinstance(term, PairCost):
        per_member = term.per == "member"
        costs = costs if term.costs is None else term.costs
    ends = np.concatenate([edges[:, 0], edges[:, 1]])
    order = np.argsort(ends, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=task.n))])
    to = np.concatenate([edges[:, 1], edges[:, 0]])[order]
    cost = np.concatenate([costs, costs])[order]
    return block(kind, amount, [int(per_member)], [start, to, cost, np.zeros(task.groups)])


@compiled
def _after(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    pairs = m[o + m[o + PAIRS] + group]
    start, to, cost = o + m[o + START], o + m[o + TO], o + m[o + COST]
    if out >= 0:
        for e in range(m[start + out], m[start + out + 1]):
            if group_of(m, m[to + e]) == group:
                pairs -= m[cost + e]
    if come >= 0:
        for e in range(m[start + come], m[start + come + 1]):
            if m[to + e] != out and group_of(m, m[to + e]) == group:
                pairs += m[cost + e]
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
    """Takes the exchange into the sum; the seats still stand as before."""
    if group < m[K]:
        m[o + m[o + PAIRS] + group] = _after(m, o, group, out, come)
