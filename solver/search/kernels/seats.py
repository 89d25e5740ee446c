"""What rows cost by where they sit: the few that are restricted have a line each."""

from __future__ import annotations

from solver.lowered.shapes import Seats
from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.kinds import SEATS
from solver.search.kernels.memory import BODY, K, block
from solver.task import Task

LINE_OF, LINES = range(BODY, BODY + 2)
"""Words: offsets of the line of each row, or -1 (n,), and of what a line costs by seat (R, K+1)."""


def pack(part: Seats, task: Task) -> IntArray:
    """The block."""
    del task
    return block(SEATS, part.amount, 1, [], [part.line_of, part.lines])


@inlined
def _cost(m: IntArray, o: int, row: int, group: int) -> int:
    if row < 0:
        return 0
    line = m[o + m[o + LINE_OF] + row]
    return m[o + m[o + LINES] + line * (m[K] + 1) + group] if line >= 0 else 0


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """What the newcomer costs here, less what the leaver did."""
    return _cost(m, o, come, group) - _cost(m, o, out, group)
