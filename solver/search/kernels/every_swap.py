"""Every exchange of two rows of one state, priced level by level in one loop."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import above_bound, ranks
from solver.search.kernels.compiled import compiled
from solver.search.kernels.dispatch import price_musts, wished
from solver.search.kernels.memory import LIKE, OF_ALL, WISHES, group_of

BREACHES, STANDING, ALIKE_ABOVE, POINTS, LEVELS_OF_ONE = range(5)
"""What an exchange gains, level by level; how many levels there are. The smallest comes first."""


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
    sit elsewhere; only what comes before ``worst``, and levels behind the one that says no are not
    priced. Ends before a row that might not fit; returns
    where that is, and how far the table is filled.
    """
    while at < free.size and filled + free.size - at <= len(table):
        i = free[at]
        for other in range(at + 1, free.size):
            j, levels = free[other], table[filled]
            a, b = group_of(m, i), group_of(m, j)
            equal, behind = True, a == b
            for level in range(LEVELS_OF_ONE):
                if behind:
                    break
                if level == BREACHES:
                    more = price_musts(m, pairs, is_breach, i, a, j, b)
                elif level == STANDING:
                    more = ranks.change(m, a, i, j) + ranks.change(m, b, j, i)
                elif level == ALIKE_ABOVE:
                    one, two = wished(m, pairs, LIKE, i, a, j, b)
                    more = above_bound.above(m, one + two)
                else:
                    one, two = wished(m, pairs, WISHES, i, a, j, b)
                    three, four = wished(m, pairs, OF_ALL, i, a, j, b)
                    more = one + two + three + four
                levels[level] = more
                behind = equal and more > worst[level]
                equal = equal and more == worst[level]
            if not behind and not equal:
                table[filled, LEVELS_OF_ONE] = i
                table[filled, LEVELS_OF_ONE + 1] = j
                filled += 1
        at += 1
    return at, filled
