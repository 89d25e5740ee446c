"""Which moves there are: those that let nobody in above an upper bound."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import (
    HIGH,
    MAY_CLOSE,
    MAY_LEAVE,
    PLACES_HIGH,
    K,
    N,
    group_of,
    size_of,
)


@compiled
def may_shift(m: IntArray, i: int, to: int) -> bool:
    """Whether row i may move alone.

    Neither a group nor the places get more than they hold, nobody leaves where nobody may, and no
    group opens as another closes.
    """
    a = group_of(m, i)
    if to == a:
        return False
    if to == m[K]:
        if m[MAY_LEAVE] == 0:
            return False
    elif size_of(m, to) >= m[m[HIGH] + to]:
        return False
    if a == m[K]:
        return m[N] - size_of(m, a) < m[PLACES_HIGH]
    if size_of(m, a) == 1:
        return m[MAY_CLOSE] == 1 and (to == m[K] or size_of(m, to) > 0)
    return True


@compiled
def first_closed(m: IntArray) -> int:
    """The first group that is closed and may open; -1: there is none."""
    for group in range(m[K] if m[MAY_CLOSE] == 1 else 0):
        if size_of(m, group) == 0:
            return group
    return -1


@compiled
def alone_to(
    m: IntArray, near: IntArray, i: int, target: int, closed: int, everywhere: bool
) -> int:
    """Where row i may go alone: anywhere; or outside, to a ``closed`` group or to near rows."""
    if everywhere:
        return target
    if target == 0:
        return m[K]
    if target == 1:
        return group_of(m, i) if closed < 0 else closed
    return group_of(m, near[i, target - 2])
