"""What a block counts, whatever its kind: how it changes, and taking a change in."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import (
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
from solver.search.kernels.compiled import compiled
from solver.search.kernels.kinds import (
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
def change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of what the block at ``o`` counts, before its weight."""
    kind = m[o + KIND]
    if kind == PAIR_SUMS:
        return pair_sums.change(m, pairs, o, group, out, come)
    if kind == SPARSE:
        return sparse.change(m, pairs, o, group, out, come)
    if kind == EDGES:
        return edges.change(m, o, group, out, come)
    if kind == SEATS:
        return seats.change(m, o, group, out, come)
    if kind == TALLY:
        return tally.change(m, o, group, out, come)
    if kind == CHOICE:
        return choice.breaches(m, o, group, out, come)
    if kind == CHOSEN:
        return choice.points(m, m[o + choice.LINK], group, out, come)
    if kind == DISTINCT:
        return distinct.change(m, o, group, out, come)
    if kind == SPREAD:
        return spread.change(m, o, group, out, come)
    if kind == HOMES:
        return homes.change(m, o, group, out, come)
    if kind == TOGETHER:
        return together.change(m, o, group, out, come)
    if kind == SIZE_OFF:
        return size.change(m, o, group, out, come)
    if kind == EVENNESS:
        return evenness.change(m, o, group, out, come)
    return total.change(m, o, group, out, come)


@compiled
def broken(m: IntArray, o: int, group: int, more: int) -> int:
    """1 where ``more`` quanta break what the block demands, -1 where they mend it; else 0."""
    kind = m[o + KIND]
    if kind == SPREAD:
        return spread.broken(m, o, group, more)
    if kind == TOTALS:
        return total.broken(m, o, group, more)
    return 0


@compiled
def update(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into what the block keeps; the seats still stand as before."""
    kind = m[o + KIND]
    if kind == PAIR_SUMS:
        pair_sums.update(m, pairs, o, group, out, come)
    elif kind == SPARSE:
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
