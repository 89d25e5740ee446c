"""The price of a move over all blocks, and taking it in."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import (
    above_bound,
    by_row,
    choice,
    distinct,
    edges,
    evenness,
    likeness,
    pair_cost,
    ranks,
    size,
    spread,
    structure,
    tally,
    together,
    total,
)
from solver.search.kernels.block_amount import change, is_points, update
from solver.search.kernels.compiled import compiled
from solver.search.kernels.fairness import own_points, worse, worse_option, worst_of
from solver.search.kernels.kinds import (
    BY_ROW,
    CHOICE,
    DISTINCT,
    EDGES,
    EVENNESS,
    LIKENESS,
    PAIR_COST,
    SIZE_OFF,
    SPREAD,
    TALLY,
    TOGETHER,
    TOTALS,
)
from solver.search.kernels.memory import (
    ALIKE,
    ALIKE_PRICE,
    ALIKE_SUM,
    AMOUNT,
    BLOCKS,
    FAIR,
    HEADER,
    KIND,
    KINDS,
    OPEN,
    OWN,
    K,
    move_seats,
)
from solver.search.kernels.structure import (
    ALIKE_ABOVE,
    BREACHES,
    BROKEN,
    GROUPS_OFF,
    LOTS,
    NOT_PLACED,
    STANDING,
    WORST,
)


@compiled
def _half(m: IntArray, price: IntArray, group: int, out: int, come: int) -> int:
    """Change of the penalised score by one exchange."""
    delta = 0
    if out < 0 or come < 0 or group == m[K]:
        delta += price[BREACHES] * structure.breaches(m, group, out, come)
        delta += price[NOT_PLACED] * structure.not_placed(m, group, out, come)
        delta += price[GROUPS_OFF] * structure.groups_off(m, group, out, come)
        delta += price[LOTS] * structure.lots(m, group, out, come)
        delta += price[STANDING] * ranks.change(m, group, out, come)
    # a loop a kind: asking each block for its kind costs as much as its answer
    for k in range(m[KINDS + LIKENESS], m[KINDS + LIKENESS + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * likeness.change(m, o, group, out, come)
    for k in range(m[KINDS + PAIR_COST], m[KINDS + PAIR_COST + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * pair_cost.change(m, o, group, out, come)
    for k in range(m[KINDS + EDGES], m[KINDS + EDGES + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * edges.change(m, o, group, out, come)
    for k in range(m[KINDS + TALLY], m[KINDS + TALLY + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * tally.change(m, o, group, out, come)
    for k in range(m[KINDS + BY_ROW], m[KINDS + BY_ROW + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * by_row.change(m, o, group, out, come)
    for k in range(m[KINDS + TOGETHER], m[KINDS + TOGETHER + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * together.change(m, o, group, out, come)
    for k in range(m[KINDS + DISTINCT], m[KINDS + DISTINCT + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * distinct.change(m, o, group, out, come)
    for k in range(m[KINDS + SPREAD], m[KINDS + SPREAD + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * spread.change(m, o, group, out, come)
    for k in range(m[KINDS + CHOICE], m[KINDS + CHOICE + 1]):
        o = m[k]
        delta += price[m[o + AMOUNT]] * choice.breaches(m, o, group, out, come)
        delta += price[m[o + AMOUNT] + 1] * choice.points(m, o, group, out, come)
    if out < 0 or come < 0 or group == m[K]:
        for k in range(m[KINDS + EVENNESS], m[KINDS + EVENNESS + 1]):
            o = m[k]
            delta += price[m[o + AMOUNT]] * evenness.change(m, o, group, out, come)
        for k in range(m[KINDS + SIZE_OFF], m[KINDS + SIZE_OFF + 1]):
            o = m[k]
            delta += price[m[o + AMOUNT]] * size.change(m, o, group, out, come)
        for k in range(m[KINDS + TOTALS], m[KINDS + TOTALS + 1]):
            o = m[k]
            delta += price[m[o + AMOUNT]] * total.change(m, o, group, out, come)
    return delta


@compiled
def _broken(m: IntArray, group: int, out: int, come: int) -> int:
    """Change of the number of demands in quanta that are broken, by one exchange."""
    delta = 0
    for k in range(m[KINDS + SPREAD], m[KINDS + SPREAD + 1]):
        if not is_points(m[m[k] + AMOUNT]):
            more = spread.change(m, m[k], group, out, come)
            delta += spread.broken(m, m[k], group, more)
    for k in range(m[KINDS + TOTALS], m[KINDS + TOTALS + 1]):
        if not is_points(m[m[k] + AMOUNT]):
            delta += total.broken(m, m[k], group, total.change(m, m[k], group, out, come))
    return delta


@compiled
def price_move(m: IntArray, price: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Change of the penalised score when i goes from a to b and j (or nobody: -1) from b to a."""
    delta = _half(m, price, a, i, j) + _half(m, price, b, j, i)
    if price[BROKEN] > 0:
        delta += price[BROKEN] * (_broken(m, a, i, j) + _broken(m, b, j, i))
    if m[FAIR] == 1 and price[WORST] > 0:
        delta += price[WORST] * worse(m, price, i, a, j, b)
    if m[ALIKE] == 1 and price[ALIKE_ABOVE] > 0:
        delta += price[ALIKE_ABOVE] * above_bound.above(m, i, a, j, b)
    return delta


@compiled
def _take_in(m: IntArray, amounts: IntArray, group: int, out: int, come: int) -> None:
    """Takes one exchange into amounts and sums; the seats still stand as before."""
    amounts[BREACHES] += structure.breaches(m, group, out, come)
    amounts[NOT_PLACED] += structure.not_placed(m, group, out, come)
    amounts[GROUPS_OFF] += structure.groups_off(m, group, out, come)
    amounts[LOTS] += structure.lots(m, group, out, come)
    amounts[STANDING] += ranks.change(m, group, out, come)
    ranks.update(m, group, out, come)
    amounts[BROKEN] += _broken(m, group, out, come)
    m[OPEN] += structure.opened(m, group, out, come)
    for k in range(m[BLOCKS]):
        o = m[HEADER + k]
        amounts[m[o + AMOUNT]] += change(m, o, group, out, come)
        if m[o + KIND] == CHOICE:
            amounts[m[o + AMOUNT] + 1] += choice.points(m, o, group, out, come)
        update(m, o, group, out, come)


@compiled
def apply_move(
    m: IntArray, amounts: IntArray, price: IntArray, i: int, a: int, j: int, b: int
) -> None:
    """I goes from a to b, and j (or nobody: -1) from b to a."""
    if m[FAIR] == 1:
        for group, out, come in ((a, i, j), (b, j, i)):
            if group < m[K]:
                m[m[OWN] + group] += own_points(m, price, group, out, come)
    if m[ALIKE] == 1:
        amounts[ALIKE_ABOVE] += above_bound.above(m, i, a, j, b)
        m[ALIKE_SUM] += above_bound.more(m, i, a, j, b)
    _take_in(m, amounts, a, i, j)
    _take_in(m, amounts, b, j, i)
    move_seats(m, i, a, j, b)
    if m[FAIR] == 1:
        amounts[WORST] = worst_of(m)


@compiled
def price_option(m: IntArray, price: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of the penalised score when an open group takes ``option`` in ``slot``."""
    amount = m[o + AMOUNT]
    delta = price[amount] * choice.breaches_of_change(m, o, group, slot, option)
    if m[FAIR] == 1 and price[WORST] > 0:
        delta += price[WORST] * worse_option(m, price, o, group, slot, option)
    if m[ALIKE] == 1 and price[ALIKE_ABOVE] > 0:
        delta += price[ALIKE_ABOVE] * above_bound.above_by_option(m, o, group, slot, option)
    return delta + price[amount + 1] * choice.points_of_change(m, o, group, slot, option)


@compiled
def apply_option(
    m: IntArray, amounts: IntArray, price: IntArray, o: int, group: int, slot: int, option: int
) -> None:
    """The open group takes ``option`` in ``slot``."""
    amount = m[o + AMOUNT]
    points = choice.points_of_change(m, o, group, slot, option)
    if m[ALIKE] == 1:
        amounts[ALIKE_ABOVE] += above_bound.above_by_option(m, o, group, slot, option)
        m[ALIKE_SUM] += m[m[ALIKE_PRICE] + amount + 1] * points
    amounts[amount] += choice.breaches_of_change(m, o, group, slot, option)
    amounts[amount + 1] += points
    choice.take(m, o, group, slot, option)
    if m[FAIR] == 1:
        m[m[OWN] + group] += price[amount + 1] * points
        amounts[WORST] = worst_of(m)
