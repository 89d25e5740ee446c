"""What a block counts, whatever its kind: how it changes, and taking a change in."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import (
    budget,
    choice,
    distinct,
    edges,
    evenness,
    homes,
    pair_sums,
    seats,
    size,
    sparse,
    spread,
    tally,
    together,
    total,
)
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.kinds import (
    BUDGET,
    CHOICE,
    CHOSEN,
    DISTINCT,
    EDGES,
    EVENNESS,
    HOMES,
    PAIR_SUMS,
    SEATS,
    SIZE_OFF,
    SPARSE,
    SPREAD,
    TALLY,
    TOGETHER,
    TOTALS,
)
from solver.search.kernels.memory import KIND


@compiled
def changes(
    m: IntArray, pairs: IntArray, o: int, i: int, a: int, j: int, b: int
) -> tuple[int, int]:
    """Change of what the block at ``o`` counts in a and in b, before its weight.

    I goes from a to b and j (or nobody) from b to a. One function asks for the kind of a block, as
    every other that holds this one is compiled with all of it.
    """
    kind = m[o + KIND]
    if kind == PAIR_SUMS:
        return pair_sums.changes(m, pairs, o, i, a, j, b)
    one = other = 0
    if kind == BUDGET:
        return budget.change(m, o, i, a, j, b), other
    for _ in range(2):
        one = other
        if kind == SPARSE:
            other = sparse.change(m, pairs, o, a, i, j)
        elif kind == EDGES:
            other = edges.change(m, o, a, i, j)
        elif kind == SEATS:
            other = seats.change(m, o, a, i, j)
        elif kind == TALLY:
            other = tally.change(m, o, a, i, j)
        elif kind == CHOICE:
            other = choice.breaches(m, o, a, i, j)
        elif kind == CHOSEN:
            other = choice.points(m, m[o + choice.LINK], a, i, j)
        elif kind == DISTINCT:
            other = distinct.change(m, o, a, i, j)
        elif kind == SPREAD:
            other = spread.change(m, o, a, i, j)
        elif kind == HOMES:
            other = homes.change(m, o, a, i, j)
        elif kind == TOGETHER:
            other = together.change(m, o, a, i, j)
        elif kind == SIZE_OFF:
            other = size.change(m, o, a, i, j)
        elif kind == EVENNESS:
            other = evenness.change(m, o, a, i, j)
        else:
            other = total.change(m, o, a, i, j)
        i, a, j, b = j, b, i, a
    return one, other


@inlined
def broken(m: IntArray, o: int, group: int, more: int) -> int:
    """1 where ``more`` quanta break what the block demands, -1 where they mend it; else 0."""
    kind = m[o + KIND]
    if kind == SPREAD:
        return spread.broken(m, o, group, more)
    if kind == TOTALS:
        return total.broken(m, o, group, more)
    return 0


@inlined
def _update(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> None:
    kind = m[o + KIND]
    if kind == SPARSE:
        sparse.update(m, pairs, o, group, out, come)
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
def update(m: IntArray, pairs: IntArray, o: int, i: int, a: int, j: int, b: int) -> None:
    """Takes a move into what the block keeps; the seats still stand as before."""
    if m[o + KIND] == PAIR_SUMS:
        pair_sums.update(m, pairs, o, i, a, j, b)
        return
    if m[o + KIND] == BUDGET:
        budget.update(m, o, i, a, j, b)
        return
    for _ in range(2):
        _update(m, pairs, o, a, i, j)
        i, a, j, b = j, b, i, a
