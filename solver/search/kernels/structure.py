"""The change of what belongs to the task itself: bounds, places, open groups and lots."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import (
    HIGH,
    LOT,
    LOW,
    MAY_CLOSE,
    OPEN,
    PLACES_HIGH,
    PLACES_LOW,
    WISHED,
    K,
    N,
    size_of,
)


@inlined
def _off_bounds(m: IntArray, group: int, size: int) -> int:
    if size == 0 and m[MAY_CLOSE] == 1:
        return 0
    return max(m[m[LOW] + group] - size, 0) + max(size - m[m[HIGH] + group], 0)


@inlined
def _off_places(m: IntArray, placed: int) -> int:
    return max(m[PLACES_LOW] - placed, 0) + max(placed - m[PLACES_HIGH], 0)


@inlined
def breaches(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of members short of or above a bound, and of rows placed outside ``places``."""
    size = size_of(m, group)
    after = size + (come >= 0) - (out >= 0)
    if group < m[K]:
        return _off_bounds(m, group, after) - _off_bounds(m, group, size)
    return _off_places(m, m[N] - after) - _off_places(m, m[N] - size)


@inlined
def not_placed(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the number of rows outside."""
    return 0 if group < m[K] else (come >= 0) - (out >= 0)


@inlined
def opened(m: IntArray, group: int, out: int, come: int) -> int:
    """1 where the group opens, -1 where it closes."""
    if group >= m[K]:
        return 0
    size = size_of(m, group)
    return 1 if size == 0 else -1 if size == 1 and come < 0 else 0


@inlined
def groups_off(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the distance to the wished number of open groups."""
    step = opened(m, group, out, come)
    return abs(m[OPEN] + step - m[WISHED]) - abs(m[OPEN] - m[WISHED])


@inlined
def lots(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the sum of lots of the placed rows; counted where somebody leaves outside."""
    if group < m[K]:
        return 0
    lot = m[LOT]
    return (m[lot + out] if out >= 0 else 0) - (m[lot + come] if come >= 0 else 0)
