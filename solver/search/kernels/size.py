"""The change of Size: the distance to the wished size."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Size

TARGET = BODY
"""Word: the wished size."""


def pack(kind: int, amount: int, weight: int, term: Size, task: Task) -> IntArray:
    """The block of a term."""
    return block(kind, amount, weight, [term.target], [])


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the group's amount when ``out`` leaves and ``come`` enters."""
    if group >= m[K]:
        return 0
    now = size_of(m, group)
    after = now + (come >= 0) - (out >= 0)
    old = abs(now - m[o + TARGET]) if now > 0 else 0
    return (abs(after - m[o + TARGET]) if after > 0 else 0) - old
