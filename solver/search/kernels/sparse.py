"""The same sums for very many rows, divided by the size: from features and links. O(d) a price."""

from __future__ import annotations

import numpy as np

from solver.lowered.shapes import Sparse
from solver.quantise import IntArray
from solver.search.kernels import edges
from solver.search.kernels.compiled import inlined
from solver.search.kernels.kinds import SPARSE
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task

FIRST, D, LINKS, WEIGHT_OF, TOTAL, SQUARE, NORM, WITHIN, NOW = range(BODY, BODY + 9)
"""Words: the first of its columns and how many d there are; whether there are links; offsets of
the weights (d,) and, per group, of the sum of features (K, d), Σ w·x², Σ w·(Σx)², the links within
it and what it all comes to (K,). The links stand in the block of edges right behind it."""


def pack(part: Sparse, task: Task) -> IntArray:
    """The block, empty of people, and that of its links behind it."""
    d, groups = part.weights.size, task.groups
    sums = [np.zeros((groups, d)), *(np.zeros(groups) for _ in range(4))]
    links = edges.pack_links(part.links)
    sizes = [part.first, d, int(part.links.to.size > 0)]
    own = block(SPARSE, part.amount, 1, sizes, [part.weights, *sums])
    own[LINKS] *= own.size
    return np.concatenate([own, links])


@inlined
def _within(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the links within the group."""
    if m[o + LINKS] == 0:
        return 0
    return edges.change(m, o + m[o + LINKS], group, out, come)


@inlined
def _entry(pairs: IntArray, row: int, column: int) -> int:
    return pairs[0, row, column] if row >= 0 else 0


@inlined
def change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    before = m[o + m[o + NOW] + group]
    if size == 0:
        return -before
    square, norm = m[o + m[o + SQUARE] + group], m[o + m[o + NORM] + group]
    d, first, weight = m[o + D], m[o + FIRST], o + m[o + WEIGHT_OF]
    total = o + m[o + TOTAL] + group * d
    for c in range(d):
        a, b = _entry(pairs, come, first + c), _entry(pairs, out, first + c)
        square += m[weight + c] * (a * a - b * b)
        norm += m[weight + c] * (a - b) * (2 * m[total + c] + a - b)
    within = m[o + m[o + WITHIN] + group] + _within(m, o, group, out, come)
    return (size * square - norm + within) // size - before


@inlined
def update(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the running sums; the seats still stand as before."""
    if group >= m[K]:
        return
    d, first, weight = m[o + D], m[o + FIRST], o + m[o + WEIGHT_OF]
    total = o + m[o + TOTAL] + group * d
    square, norm = o + m[o + SQUARE] + group, o + m[o + NORM] + group
    for c in range(d):
        a, b = _entry(pairs, come, first + c), _entry(pairs, out, first + c)
        m[square] += m[weight + c] * (a * a - b * b)
        m[norm] += m[weight + c] * (a - b) * (2 * m[total + c] + a - b)
        m[total + c] += a - b
    within = o + m[o + WITHIN] + group
    m[within] += _within(m, o, group, out, come)
    size = size_of(m, group) + (come >= 0) - (out >= 0)
    now = (size * m[square] - m[norm] + m[within]) // size if size > 0 else 0
    m[o + m[o + NOW] + group] = now
