"""The change of Evenness; it moves only where somebody changes groups alone.

Both the even size and how far every group is from it follow from the sizes of all groups, so a
move is priced whole, in the half in which somebody comes: where they come from still stands in the
seats.
"""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import K, block, group_of, size_of
from solver.task import Task
from solver.terms import Evenness


def pack(kind: int, amount: int, weight: int, term: Evenness, task: Task) -> IntArray:
    """The block of a term: it has no words of its own."""
    return block(kind, amount, weight, [], [])


@inlined
def _size(m: IntArray, group: int, source: int, target: int) -> int:
    """Members of a group after one row went from ``source`` to ``target``."""
    return size_of(m, group) + (group == target) - (group == source)


@inlined
def _uneven(m: IntArray, source: int, target: int) -> int:
    """Members below and above the even sizes after that."""
    placed, opened = 0, 0
    for group in range(m[K]):
        size = _size(m, group, source, target)
        placed += size
        opened += size > 0
    if opened == 0:
        return 0
    low, high = placed // opened, (placed + opened - 1) // opened
    amount = 0
    for group in range(m[K]):
        size = _size(m, group, source, target)
        if size > 0:
            amount += max(low - size, 0) + max(size - high, 0)
    return amount


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the whole amount when ``come`` moves to ``group`` alone; else nothing."""
    if out >= 0 or come < 0:
        return 0
    return _uneven(m, group_of(m, come), group) - _uneven(m, -1, -1)
