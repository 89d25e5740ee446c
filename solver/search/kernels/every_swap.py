"""Every exchange of two rows of one state, priced level by level in one loop."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import above_bound, ranks
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.dispatch import price_musts, wished
from solver.search.kernels.memory import LIKE, OF_ALL, WISHES, group_of

BREACHES, STANDING, ALIKE_ABOVE, POINTS, LEVELS_OF_ONE = range(5)
"""What an exchange gains, level by level; how many levels there are. The smallest comes first."""


@inlined
def _comes_before(
    m: IntArray, pairs: IntArray, is_breach: IntArray, i: int, j: int, worst: IntArray, to: IntArray
) -> bool:
    """Whether the exchange of i and j comes before ``worst``; its levels go into ``to``.

    Levels behind the one that says no are not priced.
    """
    a, b = group_of(m, i), group_of(m, j)
    equal = True
    for level in range(LEVELS_OF_ONE):
        if level == BREACHES:
            more = price_musts(m, pairs, is_breach, i, a, j, b)
        elif level == STANDING:
            more = ranks.change(m, a, i, j) + ranks.change(m, b, j, i)
        else:
            one, other = wished(m, pairs, LIKE if level == ALIKE_ABOVE else WISHES, i, a, j, b)
            more = one + other
            if level == ALIKE_ABOVE:
                more = above_bound.above(m, more)
            else:
                one, other = wished(m, pairs, OF_ALL, i, a, j, b)
                more += one + other
        to[level] = more
        if equal and more > worst[level]:
            return False
        equal = equal and more == worst[level]
    return not equal


@compiled
def exchanges(
    m: IntArray,
    pairs: IntArray,
    is_breach: IntArray,
    free: IntArray,
    at: int,
    worst: IntArray,
    table: IntArray,
    filled: int,
) -> tuple[int, int]:
    """Fills ``table`` (r, LEVELS_OF_ONE + 2) from ``filled`` on: levels, i and j of exchanges.

    Of the rows ``free`` (f,), ascending, from the one at ``at`` on, each with those behind it that
    sit elsewhere; only what comes before ``worst``. Ends before a row that might not fit; returns
    where that is, and how far the table is filled.
    """
    while at < free.size and filled + free.size - at <= len(table):
        i = free[at]
        for other in range(at + 1, free.size):
            j = free[other]
            if group_of(m, i) != group_of(m, j) and _comes_before(
                m, pairs, is_breach, i, j, worst, table[filled]
            ):
                table[filled, LEVELS_OF_ONE] = i
                table[filled, LEVELS_OF_ONE + 1] = j
                filled += 1
        at += 1
    return at, filled
