"""What rows cost away from where they were, and outside."""

from __future__ import annotations

from solver.lowered.shapes import Homes
from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.kinds import HOMES
from solver.search.kernels.memory import BODY, K, block
from solver.task import Task

HOME, AWAY, OUTSIDE = range(BODY, BODY + 3)
"""Words: offsets of where a row is at home (-1: anywhere), and of what it costs elsewhere and
outside (n,)."""


def pack(part: Homes, task: Task) -> IntArray:
    """The block."""
    del task
    return block(HOMES, part.amount, 1, [], [part.home, part.away, part.outside])


@inlined
def _cost(m: IntArray, o: int, row: int, group: int) -> int:
    if row < 0:
        return 0
    home, cost = m[o + m[o + HOME] + row], 0
    if home >= 0 and home != group:
        cost += m[o + m[o + AWAY] + row]
    if group == m[K]:
        cost += m[o + m[o + OUTSIDE] + row]
    return cost


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """What the newcomer costs here, less what the leaver did."""
    return _cost(m, o, come, group) - _cost(m, o, out, group)
