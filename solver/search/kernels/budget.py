"""The change of Budget: what is spent, over all groups, above the limit.

Both halves of a swap spend from one sum, so a move is priced whole: half by half, what the one adds
above the limit would depend on the other.
"""

from __future__ import annotations

import numpy as np

from solver.lowered.builder import links_of
from solver.lowered.looked_up import Edged
from solver.lowered.shapes import Seats
from solver.quantise import IntArray
from solver.search.kernels import edges, seats
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Budget

MOST, SPENT, LINKS, LINES, FREE = range(BODY, BODY + 5)
"""Words: the limit and what is spent now; where, behind this block, the one of its edges begins,
and the one of its seats; offset of what a group has free by its size (n+1,)."""


def pack(kind: int, amount: int, weight: int, term: Budget, task: Task) -> IntArray:
    """The block of a term, and those of its edges and its seats behind it; everybody is outside."""
    costly = np.flatnonzero(term.seats.any(axis=1))
    line_of = np.full(task.n, -1, dtype=np.int64)
    line_of[costly] = np.arange(costly.size)
    links = edges.pack_links(links_of(task.n, [Edged(term.edges.reshape(-1, 2), term.costs)]))
    lines = seats.pack(Seats(amount=amount, line_of=line_of, lines=term.seats[costly]), task)
    spent = int(term.seats[:, -1].sum())
    free = np.zeros(task.n + 1) if term.free is None else term.free
    own = block(kind, amount, weight, [term.most, spent, 0, 0], [free])
    own[[LINKS, LINES]] = own.size, own.size + links.size
    return np.concatenate([own, links, lines])


@inlined
def _half(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """What is spent more in one group."""
    more = edges.change(m, o + m[o + LINKS], group, out, come)
    more += seats.change(m, o + m[o + LINES], group, out, come)
    if group < m[K]:
        free = o + m[o + FREE] + size_of(m, group)
        more -= m[free + (come >= 0) - (out >= 0)] - m[free]
    return more


@compiled
def step(m: IntArray, o: int, i: int, a: int, j: int, b: int) -> int:
    """What is spent more when i goes from a to b and j (or nobody) from b to a."""
    return _half(m, o, a, i, j) + _half(m, o, b, j, i)


@inlined
def change(m: IntArray, o: int, i: int, a: int, j: int, b: int) -> int:
    """Change of what is spent above the limit."""
    spent, most = m[o + SPENT], m[o + MOST]
    return max(spent + step(m, o, i, a, j, b) - most, 0) - max(spent - most, 0)


@inlined
def update(m: IntArray, o: int, i: int, a: int, j: int, b: int) -> None:
    """Takes a move into what is spent."""
    m[o + SPENT] += step(m, o, i, a, j, b)
