"""Who takes which place in a design: two people change all their places at once.

So nobody meets anybody more often, whatever is changed; what changes is how even the tables are,
who of those apart would meet, and, where places stay empty, how many sit at each table.
"""

from __future__ import annotations

from solver.pairing.rotation.kernels.apply import expect
from solver.pairing.rotation.kernels.meeting_price import (
    clashes,
    move_unevenness,
    swap_unevenness,
)
from solver.pairing.rotation.kernels.scale import BREACHES, SCALE, UNEVEN
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, inlined
from solver.search.splitmix import drawn, first_of, most_uphill, second_of


@inlined
def _outside(size: int, low: int, high: int) -> int:
    """How many a table has too few or too many."""
    return max(low - size, 0) + max(size - high, 0)


@inlined
def _apart(
    seats: IntArray, first: IntArray, others: IntArray, i: int, a: int, b: int, j: int
) -> int:
    """How many more of those apart from i are at b than at a, without j."""
    return clashes(seats, first, others, i, b, j) - clashes(seats, first, others, i, a, j)


@inlined
def _values(off: IntArray, values: IntArray, i: int, a: int, b: int) -> None:
    for c in range(values.shape[1]):
        if values[i, c] >= 0:
            off[a, values[i, c]] -= SCALE
            off[b, values[i, c]] += SCALE


@compiled
def relabel(
    seats: IntArray,
    present: IntArray,
    sizes: IntArray,
    low: IntArray,
    high: IntArray,
    off: IntArray,
    share: IntArray,
    values: IntArray,
    first: IntArray,
    others: IntArray,
    now: IntArray,
    best: IntArray,
    best_seats: IntArray,
    breach: int,
    temperature: int,
    proposals: int,
    seed: IntArray,
    table: IntArray,
) -> None:
    """So many proposals at one temperature. ``seats`` (R, N): of people and of empty places.

    ``present`` (R, N): 1 where somebody sits; ``low``, ``high`` (R,): sizes of every table;
    ``best`` (2,): breaches and unevenness × SCALE of ``best_seats``.
    """
    sessions, count = seats.shape
    for _ in range(proposals):
        z = drawn(seed)
        i, j = first_of(z, count), second_of(z, count)
        room = most_uphill(z, temperature, table)
        uneven = more = 0
        for r in range(sessions):
            a, b = seats[r, i], seats[r, j]
            if a == b:
                continue
            if present[r, i] == 1:
                more += _apart(seats[r], first[r], others[r], i, a, b, j)
            if present[r, j] == 1:
                more += _apart(seats[r], first[r], others[r], j, b, a, i)
            if present[r, i] == 1 and present[r, j] == 1:
                uneven += swap_unevenness(off[r], values, i, a, j, b)
            elif present[r, i] + present[r, j] == 1:
                who, here, there = i, a, b
                if present[r, j] == 1:
                    who, here, there = j, b, a
                uneven += move_unevenness(off[r], share[r], values, who, here, there)
                left, joined = sizes[r, here], sizes[r, there]
                more += _outside(left - 1, low[r], high[r]) - _outside(left, low[r], high[r])
                more += _outside(joined + 1, low[r], high[r]) - _outside(joined, low[r], high[r])
        if uneven + breach * more > room:
            continue
        now[UNEVEN] += uneven
        now[BREACHES] += more
        for r in range(sessions):
            a, b = seats[r, i], seats[r, j]
            if a == b:
                continue
            seats[r, i] = b
            seats[r, j] = a
            if present[r, i] == 1:
                _values(off[r], values, i, a, b)
            if present[r, j] == 1:
                _values(off[r], values, j, b, a)
            step = present[r, i] - present[r, j]
            sizes[r, a] -= step
            sizes[r, b] += step
            if step == 1:
                expect(off[r], share[r], a, b)
            elif step == -1:
                expect(off[r], share[r], b, a)
        evener = now[BREACHES] == best[0] and now[UNEVEN] < best[1]
        if now[BREACHES] < best[0] or evener:
            best[0] = now[BREACHES]
            best[1] = now[UNEVEN]
            for r in range(sessions):
                for k in range(count):
                    best_seats[r, k] = seats[r, k]
