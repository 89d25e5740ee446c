"""Simulated annealing over all sessions at once: two rows change tables, or one goes to another.

A move stays within one session, and sessions have their turn. Whoever hosts, or is absent, is not
among the ``free`` rows; sizes hold at every step; pairs that are to be apart cost ``breach`` where
they share a table. The best seats without such a pair are kept.
"""

from __future__ import annotations

from solver.pairing.rotation.kernels.apply import expect, get_up, sit_down
from solver.pairing.rotation.kernels.meeting_price import (
    clashes,
    joining,
    leaving,
    move_unevenness,
    swap_unevenness,
)
from solver.pairing.rotation.kernels.scale import AGAIN, BREACHES, EVEN, FEWEST, MOST, UNEVEN
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, inlined
from solver.search.splitmix import drawn, first_of, most_uphill, second_of

EVERY = 4
"""Of so many turns of a session one is a move of one row alone, where sizes leave room."""


@inlined
def _most(tally: IntArray) -> int:
    for times in range(tally.size - 1, 0, -1):
        if tally[times] > 0:
            return times
    return 0


@compiled
def keep(
    seats: IntArray, tally: IntArray, now: IntArray, best: IntArray, best_seats: IntArray
) -> None:
    """Keeps the seats where they break nothing and are the best so far."""
    if now[BREACHES] > 0 or now[AGAIN] > best[FEWEST]:
        return
    most = _most(tally)
    evener = most < best[MOST] or (most == best[MOST] and now[UNEVEN] < best[EVEN])
    if now[AGAIN] == best[FEWEST] and not evener:
        return
    best[FEWEST] = now[AGAIN]
    best[MOST] = most
    best[EVEN] = now[UNEVEN]
    for r in range(seats.shape[0]):
        for i in range(seats.shape[1]):
            best_seats[r, i] = seats[r, i]


@compiled
def anneal(  # noqa: PLR0915  a call a step, or a word read anew, makes it several times slower
    seats: IntArray,
    members: IntArray,
    pos: IntArray,
    sizes: IntArray,
    low: IntArray,
    high: IntArray,
    free: IntArray,
    how_many: IntArray,
    roomy: IntArray,
    meet: IntArray,
    tally: IntArray,
    off: IntArray,
    share: IntArray,
    values: IntArray,
    first: IntArray,
    others: IntArray,
    up: IntArray,
    now: IntArray,
    best: IntArray,
    best_seats: IntArray,
    breach: int,
    even: int,
    goal: int,
    meetings: int,
    since: int,
    temperature: int,
    proposals: int,
    seed: IntArray,
    table: IntArray,
) -> None:
    """So many proposals at one temperature.

    Where no value is to be spread, it ends at ``goal`` again and no more ``meetings`` of a pair.

    ``free`` (R, n) and ``how_many`` (R,): rows that may move; ``roomy`` (R,) 1 where sizes leave
    room; ``first`` (R, n + 1), ``others`` (R, m): who may not sit with whom; ``even``: 1 where
    unevenness counts; ``since``: the first session that may change.
    """
    sessions = seats.shape[0] - since
    for turn in range(proposals):
        r = since + turn % sessions
        if how_many[r] == 0:
            continue
        z = drawn(seed)
        i = free[r, first_of(z, how_many[r])]
        a = seats[r, i]
        alone = roomy[r] == 1 and (turn // sessions) % EVERY == 0
        if alone:
            j = -1
            b = second_of(z, sizes.shape[1])
            if a == b or sizes[r, a] <= low[r, a] or sizes[r, b] >= high[r, b]:
                continue
        else:
            j = free[r, second_of(z, how_many[r])]
            b = seats[r, j]
            if a == b:
                continue
        room = most_uphill(z, temperature, table)
        delta = 0
        if even == 1:
            if alone:
                uneven = move_unevenness(off[r], share[r], values, i, a, b)
            else:
                uneven = swap_unevenness(off[r], values, i, a, j, b)
            delta = uneven
        delta -= leaving(members[r, a], meet, up, sizes[r, a], i)
        if not alone:
            delta -= leaving(members[r, b], meet, up, sizes[r, b], j)
            delta += joining(members[r, a], meet, up, sizes[r, a], j, i)
            if delta > room + breach * now[BREACHES]:
                continue
        delta += joining(members[r, b], meet, up, sizes[r, b], i, j)
        more = clashes(seats[r], first[r], others[r], i, b, j)
        more -= clashes(seats[r], first[r], others[r], i, a, j)
        if not alone:
            more += clashes(seats[r], first[r], others[r], j, a, i)
            more -= clashes(seats[r], first[r], others[r], j, b, i)
        delta += breach * more
        if delta > room:
            continue
        if even == 0 and values.shape[1] > 0:
            if alone:
                uneven = move_unevenness(off[r], share[r], values, i, a, b)
            else:
                uneven = swap_unevenness(off[r], values, i, a, j, b)
        elif even == 0:
            uneven = 0
        now[UNEVEN] += uneven
        now[BREACHES] += more
        get_up(members[r], pos[r], sizes[r], meet, tally, off[r], values, now, i, a)
        if alone:
            expect(off[r], share[r], a, b)
        else:
            get_up(members[r], pos[r], sizes[r], meet, tally, off[r], values, now, j, b)
            sit_down(members[r], pos[r], sizes[r], meet, tally, off[r], values, now, j, a)
            seats[r, j] = a
        sit_down(members[r], pos[r], sizes[r], meet, tally, off[r], values, now, i, b)
        seats[r, i] = b
        if now[AGAIN] <= best[FEWEST]:
            keep(seats, tally, now, best, best_seats)
            if values.shape[1] == 0 and best[FEWEST] <= goal and best[MOST] <= meetings:
                return
