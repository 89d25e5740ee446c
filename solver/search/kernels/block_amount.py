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
from solver.search.kernels.compiled import compiled, inlined
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


@inlined
def _change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
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
def change(m: IntArray, pairs: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of what the block at ``o`` counts, before its weight, by one exchange."""
    return _change(m, pairs, o, group, out, come)


@compiled
def changes(
    m: IntArray, pairs: IntArray, o: int, i: int, a: int, j: int, b: int
) -> tuple[int, int]:
    """The same of a and of b, in one call, when i goes from a to b and j (or nobody) back."""
    if m[o + KIND] == PAIR_SUMS:
        return pair_sums.changes(m, pairs, o, i, a, j, b)
    one = other = 0
    for _ in range(2):
        one = other
        other = _change(m, pairs, o, a, i, j)
        a, b, i, j = b, a, j, i
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
    for _ in range(2):
        _update(m, pairs, o, a, i, j)
        i, a, j, b = j, b, i, a
