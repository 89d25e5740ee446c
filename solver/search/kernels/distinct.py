"""The change of Distinct: members per value and group."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Distinct

VALUES, LOW, HIGH, CODE, COUNT, DIFFERENT = range(BODY, BODY + 6)
"""Words: number of values v, bounds; offsets of the codes (n,), the members per group and value
(K, v), and how many values a group has (K,)."""


def pack(kind: int, amount: int, weight: int, term: Distinct, task: Task) -> IntArray:
    """The block of a term, empty of people."""
    values = max(int(term.code.max()) + 1, 1)
    sums = [np.zeros((task.groups, values)), np.zeros(task.groups)]
    return block(kind, amount, weight, [values, term.low, term.high], [term.code, *sums])


@inlined
def _amount(m: IntArray, o: int, size: int, different: int) -> int:
    if size == 0:
        return 0
    return max(m[o + LOW] - different, 0) + max(different - m[o + HIGH], 0)


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size, different = size_of(m, group), m[o + m[o + DIFFERENT] + group]
    before = _amount(m, o, size, different)
    gone = m[o + m[o + CODE] + out] if out >= 0 else -1
    new = m[o + m[o + CODE] + come] if come >= 0 else -1
    counts = o + m[o + COUNT] + group * m[o + VALUES]
    if gone != new:
        if gone >= 0 and m[counts + gone] == 1:
            different -= 1
        if new >= 0 and m[counts + new] == 0:
            different += 1
    return _amount(m, o, size + (come >= 0) - (out >= 0), different) - before


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the counts."""
    if group >= m[K]:
        return
    counts, different = o + m[o + COUNT] + group * m[o + VALUES], o + m[o + DIFFERENT] + group
    if out >= 0 and m[o + m[o + CODE] + out] >= 0:
        at = counts + m[o + m[o + CODE] + out]
        m[at] -= 1
        m[different] -= 1 if m[at] == 0 else 0
    if come >= 0 and m[o + m[o + CODE] + come] >= 0:
        at = counts + m[o + m[o + CODE] + come]
        m[different] += 1 if m[at] == 0 else 0
        m[at] += 1
