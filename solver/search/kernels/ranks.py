"""Who is placed, by standing: it changes only where somebody leaves outside or comes there.

Without a floor the amount is the sum of the classes of the rows outside (0 for the lowest
standing), which pulls a search towards who stands high; beside it the level itself is kept, minus
how many of each class are placed. With a floor both are how far the placed rows are below it.
"""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import (
    FLOOR,
    FLOOR_AT,
    STAND,
    STAND_SUM,
    STANDING_NOW,
    STANDS,
    K,
)


@inlined
def _step(m: IntArray, out: int, come: int) -> int:
    """What the placed rows count more when ``out`` leaves outside and ``come`` comes there."""
    at = m[STAND]
    return (m[at + out] if out >= 0 else 0) - (m[at + come] if come >= 0 else 0)


@inlined
def _short(m: IntArray, total: int) -> int:
    return max(m[FLOOR_AT] - total, 0)


@inlined
def change(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the amount; where one row takes another's place, its sign is that of the level."""
    if group < m[K] or m[STANDS] == 0:
        return 0
    step = _step(m, out, come)
    if m[FLOOR] == 1:
        return _short(m, m[STAND_SUM] + step) - _short(m, m[STAND_SUM])
    return -step


@inlined
def update(m: IntArray, group: int, out: int, come: int) -> None:
    """Takes the exchange into the sum and the level."""
    if group < m[K] or m[STANDS] == 0:
        return
    now = m[STANDING_NOW]
    m[STAND_SUM] += _step(m, out, come)
    if m[FLOOR] == 1:
        m[now] = _short(m, m[STAND_SUM])
        return
    highest = now + m[STANDS] - 1
    if out >= 0:
        m[highest - m[m[STAND] + out]] -= 1
    if come >= 0:
        m[highest - m[m[STAND] + come]] += 1
