"""The change of Likeness: running sums per group, O(d) a price."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Likeness

D, X, TOTAL, SQUARE, NORM, AWAY = range(BODY, BODY + 6)
"""Words: features d; offsets of x (n, d), and per group: sum (K, d), Σ‖x‖², ‖Σx‖² and what they
come to (K,): a division is what a price costs most."""


def pack(kind: int, amount: int, term: Likeness, task: Task) -> IntArray:
    """The block of a term, empty of people."""
    d, groups = term.features.shape[1], task.groups
    sums = [np.zeros((groups, d)), np.zeros(groups), np.zeros(groups), np.zeros(groups)]
    return block(kind, amount, [d], [term.features, *sums])


@compiled
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size = size_of(m, group)
    square, norm = m[o + m[o + SQUARE] + group], m[o + m[o + NORM] + group]
    before = m[o + m[o + AWAY] + group]
    size += (come >= 0) - (out >= 0)
    if size == 0:
        return -before
    d = m[o + D]
    x, total = o + m[o + X], o + m[o + TOTAL] + group * d
    for c in range(d):
        a = m[x + come * d + c] if come >= 0 else 0
        b = m[x + out * d + c] if out >= 0 else 0
        square += a * a - b * b
        norm += (a - b) * (2 * m[total + c] + a - b)
    return (size * square - norm) // size - before


@compiled
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the running sums."""
    if group >= m[K]:
        return
    d = m[o + D]
    x, total = o + m[o + X], o + m[o + TOTAL] + group * d
    for c in range(d):
        a = m[x + come * d + c] if come >= 0 else 0
        b = m[x + out * d + c] if out >= 0 else 0
        m[o + m[o + SQUARE] + group] += a * a - b * b
        m[o + m[o + NORM] + group] += (a - b) * (2 * m[total + c] + a - b)
        m[total + c] += a - b
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    square, norm = m[o + m[o + SQUARE] + group], m[o + m[o + NORM] + group]
    m[o + m[o + AWAY] + group] = (size * square - norm) // size if size > 0 else 0
