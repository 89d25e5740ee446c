"""The change of Together: members of each set per group."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, K, block
from solver.task import Task
from solver.terms import Together

ALL_OR_NONE, START, OF, WHOLE, COUNT = range(BODY, BODY + 5)
"""Words: whether outside counts as a group; offsets of the sets of each row (start (n+1,), of),
the size of each set (S,) and its members per group (S, K+1)."""


def pack(kind: int, amount: int, weight: int, term: Together, task: Task) -> IntArray:
    """The block of a term; everybody is outside."""
    mine: list[list[int]] = [[] for _ in range(task.n)]
    for part, members in enumerate(term.sets):
        for row in members:
            mine[row].append(part)
    start = np.cumsum([0, *(len(sets) for sets in mine)])
    of = np.array([part for sets in mine for part in sets], dtype=np.int64)
    whole = np.array([members.size for members in term.sets], dtype=np.int64)
    count = np.zeros((whole.size, task.groups + 1), dtype=np.int64)
    count[:, -1] = whole
    return block(kind, amount, weight, [int(term.all_or_none)], [start, of, whole, count])


@inlined
def _has(m: IntArray, o: int, row: int, part: int) -> bool:
    if row >= 0:
        start = o + m[o + START] + row
        for e in range(m[start], m[start + 1]):
            if m[o + m[o + OF] + e] == part:
                return True
    return False


@inlined
def _counts(m: IntArray, o: int, part: int, group: int, here: int) -> int:
    """Whether the group is one more that the set is spread over."""
    if group == m[K] and m[o + ALL_OR_NONE] == 0:
        return 1 if here == m[o + m[o + WHOLE] + part] else 0
    return 1 if here > 0 else 0


@inlined
def _half(m: IntArray, o: int, group: int, row: int, other: int, step: int) -> int:
    if row < 0:
        return 0
    delta, start = 0, o + m[o + START] + row
    for e in range(m[start], m[start + 1]):
        part = m[o + m[o + OF] + e]
        if not _has(m, o, other, part):
            here = m[o + m[o + COUNT] + part * (m[K] + 1) + group]
            delta += _counts(m, o, part, group, here + step) - _counts(m, o, part, group, here)
    return delta


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the spread over groups when ``out`` leaves and ``come`` enters ``group``."""
    return _half(m, o, group, come, out, 1) + _half(m, o, group, out, come, -1)


@inlined
def _count(m: IntArray, o: int, group: int, row: int, step: int) -> None:
    if row >= 0:
        start = o + m[o + START] + row
        for e in range(m[start], m[start + 1]):
            m[o + m[o + COUNT] + m[o + m[o + OF] + e] * (m[K] + 1) + group] += step


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the counts."""
    _count(m, o, group, come, 1)
    _count(m, o, group, out, -1)
