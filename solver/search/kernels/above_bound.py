"""Likeness up to a stated level: points of its wishes above their bound, over all groups."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.block_amount import change, is_points
from solver.search.kernels.compiled import compiled
from solver.search.kernels.kinds import CHOICE
from solver.search.kernels.memory import (
    ALIKE_PRICE,
    ALIKE_SUM,
    AMOUNT,
    BLOCKS,
    BOUND,
    HEADER,
    KIND,
)


@compiled
def _half(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the points of all wishes of likeness by one exchange."""
    delta = 0
    for k in range(m[BLOCKS]):
        o = m[HEADER + k]
        amount = m[o + AMOUNT]
        if m[o + KIND] == CHOICE:
            price = m[m[ALIKE_PRICE] + amount + 1]
            if price > 0:
                delta += price * choice.points(m, o, group, out, come)
        elif is_points(amount):
            price = m[m[ALIKE_PRICE] + amount]
            if price > 0:
                delta += price * change(m, o, group, out, come)
    return delta


@compiled
def more(m: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Change of the points of likeness by a move; the seats still stand as before."""
    return _half(m, a, i, j) + _half(m, b, j, i)


@compiled
def _above(m: IntArray, step: int) -> int:
    """Change of what is above the bound, where the points change by ``step``."""
    return max(m[ALIKE_SUM] + step - m[BOUND], 0) - max(m[ALIKE_SUM] - m[BOUND], 0)


@compiled
def above(m: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Change of the points above the bound by a move; the seats still stand as before."""
    return _above(m, more(m, i, a, j, b))


@compiled
def above_by_option(m: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of the points above the bound when an open group takes ``option`` in ``slot``."""
    price = m[m[ALIKE_PRICE] + m[o + AMOUNT] + 1]
    return _above(m, price * choice.points_of_change(m, o, group, slot, option))
