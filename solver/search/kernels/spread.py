"""The change of Spread: the smallest and largest are looked up among the members."""

from __future__ import annotations

import numpy as np

from solver.quantise import MISSING, IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, LARGEST, MEMBER, K, block, size_of
from solver.task import Task
from solver.terms import Spread

WIDTH, VALUE, OVER = range(BODY, BODY + 3)
"""Words: the width; offsets of the values (n,) and of each group's amount now (K,)."""


def pack(kind: int, amount: int, weight: int, term: Spread, task: Task) -> IntArray:
    """The block of a term, empty of people."""
    return block(kind, amount, weight, [term.width], [term.values, np.zeros(task.groups)])


@inlined
def _after(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    smallest, largest, known = 0, 0, False
    size, first = size_of(m, group), m[MEMBER] + group * m[LARGEST]
    for place in range(size + (come >= 0)):
        row = m[first + place] if place < size else come
        value = m[o + m[o + VALUE] + row]
        if row != out and value != MISSING:
            smallest = min(smallest, value) if known else value
            largest = max(largest, value) if known else value
            known = True
    return max(largest - smallest - m[o + WIDTH], 0) if known else 0


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    return _after(m, o, group, out, come) - m[o + m[o + OVER] + group]


@inlined
def broken(m: IntArray, o: int, group: int, more: int) -> int:
    """1 where ``more`` quanta make the group too wide, -1 where they make it no longer so."""
    if group >= m[K]:
        return 0
    before = m[o + m[o + OVER] + group]
    return (1 if before + more > 0 else 0) - (1 if before > 0 else 0)


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Keeps the group's new amount; the seats still stand as before."""
    if group < m[K]:
        m[o + m[o + OVER] + group] = _after(m, o, group, out, come)
