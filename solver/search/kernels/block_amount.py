"""The amount of a block, whatever its kind: how it changes, and taking a change in."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import (
    by_row,
    choice,
    distinct,
    edges,
    evenness,
    likeness,
    pair_cost,
    size,
    spread,
    tally,
    together,
    total,
)
from solver.search.kernels.compiled import compiled
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
from solver.search.kernels.memory import KIND
from solver.search.kernels.structure import LEVELS


@compiled
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the (first) amount of the block at ``o``."""
    kind = m[o + KIND]
    if kind == LIKENESS:
        return likeness.change(m, o, group, out, come)
    if kind == PAIR_COST:
        return pair_cost.change(m, o, group, out, come)
    if kind == EDGES:
        return edges.change(m, o, group, out, come)
    if kind == TALLY:
        return tally.change(m, o, group, out, come)
    if kind == CHOICE:
        return choice.breaches(m, o, group, out, come)
    if kind == BY_ROW:
        return by_row.change(m, o, group, out, come)
    if kind == TOGETHER:
        return together.change(m, o, group, out, come)
    if kind == DISTINCT:
        return distinct.change(m, o, group, out, come)
    if kind == SPREAD:
        return spread.change(m, o, group, out, come)
    if kind == EVENNESS:
        return evenness.change(m, o, group, out, come)
    if kind == SIZE_OFF:
        return size.change(m, o, group, out, come)
    return total.change(m, o, group, out, come)


@compiled
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    kind = m[o + KIND]
    if kind == LIKENESS:
        likeness.update(m, o, group, out, come)
    elif kind == PAIR_COST:
        pair_cost.update(m, o, group, out, come)
    elif kind == EDGES:
        edges.update(m, o, group, out, come)
    elif kind == TALLY:
        tally.update(m, o, group, out, come)
    elif kind == CHOICE:
        choice.update(m, o, group, out, come)
    elif kind == TOGETHER:
        together.update(m, o, group, out, come)
    elif kind == DISTINCT:
        distinct.update(m, o, group, out, come)
    elif kind == SPREAD:
        spread.update(m, o, group, out, come)
    elif kind == TOTALS:
        total.update(m, o, group, out, come)


@compiled
def is_points(amount: int) -> bool:
    """Whether an amount is priced; else it is a breach, or the task's own."""
    return (amount - LEVELS) % 2 == 1
