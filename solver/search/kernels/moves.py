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
