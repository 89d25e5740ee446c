"""The price of a move over all blocks, wishes and demands apart, and taking it in.

``m`` is the memory of one start, ``pairs`` what its rows cost with each other, which all starts
share; both stand as before a move while it is priced. A loop over many moves asks for the wishes
first: between two groups, where nothing is broken, what is demanded can only add to that.
"""

from __future__ import annotations

from solver.lowered.counted import (
    ALIKE_ABOVE,
    BREACHES,
    BROKEN,
    GROUPS_OFF,
    LOTS,
    NOT_PLACED,
    SHARED,
    STANDING,
    WORST,
)
from solver.quantise import IntArray
from solver.search.kernels import above_bound, choice, ranks, structure
from solver.search.kernels.block_amount import broken, changes, update
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.fairness import keep_tops, worse, worse_option, worst_of
from solver.search.kernels.memory import (
    ALIKE,
    ALIKE_SUM,
    AMOUNT,
    BOUND,
    END,
    FAIR,
    LIKE,
    MUSTS,
    OF_ALL,
    OPEN,
    OWN,
    WEIGHT,
    WISHES,
    K,
    move_seats,
)


@compiled
def wished(
    m: IntArray, pairs: IntArray, segment: int, i: int, a: int, j: int, b: int
) -> tuple[int, int]:
    """Change of the points of a segment of wishes (WISHES, OF_ALL or LIKE), in a and in b.

    I goes from a to b and j (or nobody: -1) from b to a.
    """
    one = other = 0
    for k in range(m[segment], m[segment + 1]):
        more, more_b = changes(m, pairs, m[k], i, a, j, b)
        one += m[m[k] + WEIGHT] * more
        other += m[m[k] + WEIGHT] * more_b
    return one, other


@inlined
def placing(m: IntArray, price: IntArray, group: int, out: int, come: int) -> int:
    """Change of what bounds, places, open groups, standing and lots cost by one exchange."""
    delta = price[BREACHES] * structure.breaches(m, group, out, come)
    delta += price[NOT_PLACED] * structure.not_placed(m, group, out, come)
    delta += price[GROUPS_OFF] * structure.groups_off(m, group, out, come)
    delta += price[LOTS] * structure.lots(m, group, out, come)
    return delta + price[STANDING] * ranks.change(m, group, out, come)


@compiled
def price_wishes(
    m: IntArray, pairs: IntArray, price: IntArray, i: int, a: int, j: int, b: int
) -> int:
    """Change of what wishes cost when i goes from a to b and j (or nobody: -1) from b to a."""
    one, other = wished(m, pairs, WISHES, i, a, j, b)
    delta = one + other
    if m[OF_ALL] < m[LIKE]:
        more, more_b = wished(m, pairs, OF_ALL, i, a, j, b)
        delta += more + more_b
    delta *= price[SHARED]
    if m[FAIR] == 1:
        delta += price[WORST] * worse(m, i, a, j, b, one, other)
    if m[ALIKE] == 1:
        more, more_b = wished(m, pairs, LIKE, i, a, j, b)
        delta += price[ALIKE_ABOVE] * above_bound.above(m, more + more_b)
    return delta


@compiled
def price_musts(
    m: IntArray, pairs: IntArray, price: IntArray, i: int, a: int, j: int, b: int
) -> int:
    """Change of everything else: breaches, and who is placed.

    Not below zero for a swap between two groups while nothing is broken.
    """
    delta = 0
    for k in range(m[MUSTS], m[END]):
        o = m[k]
        more, more_b = changes(m, pairs, o, i, a, j, b)
        if more != 0 or more_b != 0:
            delta += price[m[o + AMOUNT]] * (more + more_b)
            delta += price[BROKEN] * (broken(m, o, a, more) + broken(m, o, b, more_b))
    if j < 0 or a == m[K] or b == m[K]:
        delta += placing(m, price, a, i, j) + placing(m, price, b, j, i)
    return delta


@compiled
def price_move(
    m: IntArray, pairs: IntArray, price: IntArray, i: int, a: int, j: int, b: int
) -> int:
    """Change of the penalised score when i goes from a to b and j (or nobody: -1) from b to a."""
    return price_wishes(m, pairs, price, i, a, j, b) + price_musts(m, pairs, price, i, a, j, b)


@inlined
def _take_places(m: IntArray, amounts: IntArray, group: int, out: int, come: int) -> None:
    """Takes one exchange into what belongs to the task itself; the seats still stand as before."""
    amounts[BREACHES] += structure.breaches(m, group, out, come)
    amounts[NOT_PLACED] += structure.not_placed(m, group, out, come)
    amounts[GROUPS_OFF] += structure.groups_off(m, group, out, come)
    amounts[LOTS] += structure.lots(m, group, out, come)
    amounts[STANDING] += ranks.change(m, group, out, come)
    ranks.update(m, group, out, come)
    m[OPEN] += structure.opened(m, group, out, come)


@compiled
def apply_move(
    m: IntArray, pairs: IntArray, amounts: IntArray, i: int, a: int, j: int, b: int
) -> None:
    """I goes from a to b, and j (or nobody: -1) from b to a."""
    if j < 0 or a == m[K] or b == m[K]:
        for _ in range(2):
            _take_places(m, amounts, a, i, j)
            i, a, j, b = j, b, i, a
    for k in range(m[WISHES], m[END]):
        o = m[k]
        more, more_b = changes(m, pairs, o, i, a, j, b)
        if k >= m[MUSTS]:
            amounts[m[o + AMOUNT]] += more + more_b
            amounts[BROKEN] += broken(m, o, a, more) + broken(m, o, b, more_b)
        elif k >= m[LIKE]:
            m[ALIKE_SUM] += m[o + WEIGHT] * (more + more_b)
        else:
            amounts[SHARED] += m[o + WEIGHT] * (more + more_b)
            if k < m[OF_ALL]:
                # what is of nobody has a number too, that nothing reads
                m[m[OWN] + a] += m[o + WEIGHT] * more
                m[m[OWN] + b] += m[o + WEIGHT] * more_b
        update(m, pairs, o, i, a, j, b)
    move_seats(m, i, a, j, b)
    if m[FAIR] == 1:
        keep_tops(m, a, b)
        amounts[WORST] = worst_of(m)
    if m[ALIKE] == 1:
        amounts[ALIKE_ABOVE] = max(m[ALIKE_SUM] - m[BOUND], 0)


@compiled
def price_option_wishes(
    m: IntArray, price: IntArray, o: int, group: int, slot: int, option: int
) -> int:
    """Change of what wishes cost when an open group takes ``option`` in ``slot``."""
    more = m[o + choice.PRICE] * choice.points_of_change(m, o, group, slot, option)
    if m[o + choice.IS_LIKENESS] == 1:
        return price[ALIKE_ABOVE] * above_bound.above(m, more)
    delta = price[SHARED] * more
    if m[FAIR] == 1:
        delta += price[WORST] * worse_option(m, group, more)
    return delta


@compiled
def price_option(m: IntArray, price: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of the penalised score when an open group takes ``option`` in ``slot``."""
    breaches = choice.breaches_of_change(m, o, group, slot, option)
    wishes = price_option_wishes(m, price, o, group, slot, option)
    return price[m[o + AMOUNT]] * breaches + wishes


@compiled
def apply_option(
    m: IntArray, amounts: IntArray, o: int, group: int, slot: int, option: int
) -> None:
    """The open group takes ``option`` in ``slot``."""
    more = m[o + choice.PRICE] * choice.points_of_change(m, o, group, slot, option)
    amounts[m[o + AMOUNT]] += choice.breaches_of_change(m, o, group, slot, option)
    choice.take(m, o, group, slot, option)
    if m[o + choice.IS_LIKENESS] == 1:
        m[ALIKE_SUM] += more
        amounts[ALIKE_ABOVE] = max(m[ALIKE_SUM] - m[BOUND], 0)
        return
    amounts[SHARED] += more
    m[m[OWN] + group] += more
    if m[FAIR] == 1:
        keep_tops(m, group, group)
        amounts[WORST] = worst_of(m)
