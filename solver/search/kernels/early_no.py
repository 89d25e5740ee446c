"""The price of a move as far as it is needed: no further than where it is certainly refused."""

from __future__ import annotations

from solver.lowered.counted import (
    ALIKE_ABOVE,
    BREACHES,
    BROKEN,
    GROUPS_OFF,
    LEVELS,
    SHARED,
    WORST,
)
from solver.quantise import IntArray
from solver.search.kernels import above_bound
from solver.search.kernels.block_amount import broken, changes
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.dispatch import placing
from solver.search.kernels.fairness import worse
from solver.search.kernels.memory import (
    ALIKE,
    AMOUNT,
    END,
    FAIR,
    LIKE,
    MUSTS,
    OF_ALL,
    WEIGHT,
)


@inlined
def most_gained(amounts: IntArray, price: IntArray) -> int:
    """What is broken costs so much now: more no move between two groups can gain by demands."""
    total = price[BREACHES] * amounts[BREACHES] + price[GROUPS_OFF] * amounts[GROUPS_OFF]
    total += price[BROKEN] * amounts[BROKEN]
    for k in range(LEVELS, amounts.size):
        total += price[k] * amounts[k]
    return total


@compiled
def price_unless_refused(
    m: IntArray,
    pairs: IntArray,
    price: IntArray,
    i: int,
    a: int,
    j: int,
    b: int,
    first: int,
    delta: int,
    least: int,
    room: int,
) -> int:
    """What a move costs: ``delta``, what blocks before number ``first`` say, and all the others.

    Wishes come first, demands last. More than ``room`` as soon as it is certain to be, where
    demands gain no more than ``least`` (below 0: not known).
    """
    one = other = shared = like = 0
    for k in range(first, m[MUSTS]):
        o = m[k]
        more, more_b = changes(m, pairs, o, i, a, j, b)
        if k >= m[LIKE]:
            like += m[o + WEIGHT] * (more + more_b)
        elif k >= m[OF_ALL]:
            shared += m[o + WEIGHT] * (more + more_b)
        else:
            one += m[o + WEIGHT] * more
            other += m[o + WEIGHT] * more_b
    delta += price[SHARED] * (one + other + shared)
    if m[FAIR] == 1:
        delta += price[WORST] * worse(m, i, a, j, b, one, other)
    if m[ALIKE] == 1:
        delta += price[ALIKE_ABOVE] * above_bound.above(m, like)
    if least >= 0 and delta - least > room:
        return delta - least
    if j < 0 or least < 0:
        delta += placing(m, price, a, i, j) + placing(m, price, b, j, i)
    for k in range(m[MUSTS], m[END]):
        o = m[k]
        more, more_b = changes(m, pairs, o, i, a, j, b)
        if more != 0 or more_b != 0:
            delta += price[m[o + AMOUNT]] * (more + more_b)
            delta += price[BROKEN] * (broken(m, o, a, more) + broken(m, o, b, more_b))
        if least == 0 and delta > room:
            return delta
    return delta
