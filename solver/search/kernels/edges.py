"""Sums over few pairs, row by row. O(degree) a price, and nothing to keep."""

from __future__ import annotations

from solver.lowered.shapes import Edges, Links
from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.kinds import EDGES
from solver.search.kernels.memory import BODY, K, block, group_of
from solver.task import Task

START, TO, COST = range(BODY, BODY + 3)
"""Words: offsets of the links of each row: start (n+1,), to, cost."""


def pack(part: Edges, task: Task) -> IntArray:
    """The block."""
    del task
    links = part.links
    return block(EDGES, part.amount, 1, [], [links.start, links.to, links.cost])


def pack_links(links: Links) -> IntArray:
    """A block that adds to nothing, for whoever sums its links otherwise."""
    return block(EDGES, 0, 0, [], [links.start, links.to, links.cost])


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    delta = 0
    start, to, cost = o + m[o + START], o + m[o + TO], o + m[o + COST]
    if out >= 0:
        for e in range(m[start + out], m[start + out + 1]):
            if group_of(m, m[to + e]) == group:
                delta -= m[cost + e]
    if come >= 0:
        for e in range(m[start + come], m[start + come + 1]):
            if m[to + e] != out and group_of(m, m[to + e]) == group:
                delta += m[cost + e]
    return delta
