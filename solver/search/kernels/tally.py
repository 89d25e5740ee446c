"""The change of Tally: totals and members per value and group."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Tally

VALUES, NEVER_ALONE, CODE, WEIGHT, LOW, HIGH, TOTAL, COUNT = range(BODY, BODY + 8)
"""Words: number of values v, never alone or not; offsets of the code and weight of each row (n,),
bounds (v,), and the total and the members per group and value (K, v)."""


def pack(kind: int, amount: int, weight: int, term: Tally, task: Task) -> IntArray:
    """The block of a term, empty of people."""
    values = term.low.size
    sums = [np.zeros((task.groups, values)), np.zeros((task.groups, values))]
    arrays = [term.code, term.amount, term.low, term.high, *sums]
    return block(kind, amount, weight, [values, int(term.never_alone)], arrays)


@inlined
def _cell(m: IntArray, o: int, value: int, total: int, count: int) -> int:
    alone = 1 if m[o + NEVER_ALONE] == 1 and count == 1 else 0
    short = max(m[o + m[o + LOW] + value] - total, 0)
    return short + max(total - m[o + m[o + HIGH] + value], 0) + alone


@inlined
def _shift(m: IntArray, o: int, group: int, value: int, by: int, heads: int) -> int:
    at = group * m[o + VALUES] + value
    total, count = m[o + m[o + TOTAL] + at], m[o + m[o + COUNT] + at]
    return _cell(m, o, value, total + by, count + heads) - _cell(m, o, value, total, count)


@inlined
def _alone(m: IntArray, o: int, row: int) -> int:
    """The amount of a group in which only ``row`` sits."""
    amount = 0
    for value in range(m[o + VALUES]):
        if m[o + m[o + CODE] + row] == value:
            amount += _cell(m, o, value, m[o + m[o + WEIGHT] + row], 1)
        else:
            amount += _cell(m, o, value, 0, 0)
    return amount


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size = size_of(m, group)
    if size == 0:
        return _alone(m, o, come)
    if size == 1 and come < 0:
        return -_alone(m, o, out)
    gone = m[o + m[o + CODE] + out] if out >= 0 else -1
    new = m[o + m[o + CODE] + come] if come >= 0 else -1
    less = m[o + m[o + WEIGHT] + out] if out >= 0 else 0
    more = m[o + m[o + WEIGHT] + come] if come >= 0 else 0
    if gone == new:
        return 0 if gone < 0 else _shift(m, o, group, new, more - less, 0)
    delta = _shift(m, o, group, gone, -less, -1) if gone >= 0 else 0
    return delta + (_shift(m, o, group, new, more, 1) if new >= 0 else 0)


@inlined
def _count(m: IntArray, o: int, group: int, row: int, step: int) -> None:
    if row >= 0 and m[o + m[o + CODE] + row] >= 0:
        at = group * m[o + VALUES] + m[o + m[o + CODE] + row]
        m[o + m[o + TOTAL] + at] += step * m[o + m[o + WEIGHT] + row]
        m[o + m[o + COUNT] + at] += step


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the totals."""
    if group < m[K]:
        _count(m, o, group, out, -1)
        _count(m, o, group, come, 1)
