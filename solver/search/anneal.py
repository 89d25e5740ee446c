"""Simulated annealing over the penalised score: one temperature, move by move.

Moves of one kind come in a row, so that a kind needs no draw and its loop keeps what it reads at
hand. A proposal costs one draw. What pairs of rows cost is priced in the loop itself, from five
numbers; what else is wished comes next, and what is demanded only where the wishes have not refused
yet: between two groups it can gain no more than what is broken costs now.
"""

from __future__ import annotations

from solver.lowered.counted import (
    SHARED,
)
from solver.quantise import IntArray
from solver.search.kept import keep_best, note
from solver.search.kernels import choice
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.dispatch import apply_move, apply_option, price_option
from solver.search.kernels.early_no import most_gained, price_unless_refused
from solver.search.kernels.kinds import PAIR_SUMS
from solver.search.kernels.memory import (
    ALIKE,
    CHOICES,
    END,
    FAIR,
    GROUP,
    KIND,
    NOBODY,
    OF_ALL,
    SIZE,
    WISHES,
    K,
    N,
    member_of,
)
from solver.search.kernels.moves import may_shift
from solver.search.kernels.pair_sums import DIVIDED, NEAR, NOW, SUM, TABLE
from solver.search.splitmix import (
    GOLDEN,
    draw,
    drawn,
    first_of,
    mixed,
    most_uphill,
    second_of,
    third_of,
)

SWAP, NEARBY, SHIFT, OPTION, KINDS = range(5)
"""Kinds of moves: two rows change places; the same towards a near row; one row moves alone; a
group takes another option."""
TRIED, TAKEN, UPHILL = range(3)
"""What is counted of each kind (KINDS, 3): proposals, those taken, and of those the ones that cost
something."""
ROUND = 512
"""Proposals in which every kind has its turn, where it has a share."""


@compiled
def _taken(
    m: IntArray,
    pairs: IntArray,
    amounts: IntArray,
    is_breach: IntArray,
    kept: IntArray,
    told: IntArray,
    delta: int,
    i: int,
    a: int,
    j: int,
    b: int,
) -> None:
    """Takes a move, notes it, and keeps the state where it is the best so far."""
    apply_move(m, pairs, amounts, i, a, j, b)
    note(kept, i, b)
    if j >= 0:
        note(kept, j, a)
    told[TAKEN] += 1
    if delta > 0:
        told[UPHILL] += 1
    else:
        keep_best(m, amounts, is_breach, kept)


@inlined
def _moves(  # noqa: PLR0912, PLR0915  a call a step, or a word read anew, makes it four times slower
    m: IntArray,
    pairs: IntArray,
    near: IntArray,
    amounts: IntArray,
    price: IntArray,
    is_breach: IntArray,
    kept: IntArray,
    told: IntArray,
    kind: int,
    temperature: int,
    count: int,
    seed: IntArray,
    table: IntArray,
) -> None:
    """So many swaps of two rows, of which one may be outside, or moves of one row alone."""
    n, groups, nearest, first = m[N], m[K], near.shape[1], m[WISHES]
    seats = m[m[GROUP] : m[GROUP] + n]
    sizes = m[m[SIZE] : m[SIZE] + groups + 1]
    summed = first < m[OF_ALL] and m[m[first] + KIND] == PAIR_SUMS and m[FAIR] + m[ALIKE] == 0
    near_at = sum_at = now_at = 0
    divided = False
    costs = pairs[0]
    if summed:
        o = m[first]
        near_at, sum_at, now_at = o + m[o + NEAR], o + m[o + SUM], o + m[o + NOW]
        divided = m[o + DIVIDED] == 1
        costs = pairs[m[o + TABLE]]
    no_more = summed and m[END] - first == 1 and kind != SHIFT
    gained, unit = most_gained(amounts, price), price[SHARED]
    state = seed[0]
    for turn in range(count):
        state += GOLDEN
        z = mixed(state)
        i, j = first_of(z, n), NOBODY
        a = seats[i]
        if kind == SWAP:
            j = second_of(z, n)
            b = seats[j]
        elif kind == NEARBY:
            b = seats[near[i, second_of(z, nearest)]]
            if b == groups:
                continue
            j = member_of(m, b, third_of(z, nearest, sizes[b]))
        elif turn % 2 == 1 and nearest > 0:
            b = seats[near[i, second_of(z, nearest)]]
        else:
            b = second_of(z, groups + 1)
        if a == b or (j < 0 and not may_shift(m, i, b)):
            continue
        room = most_uphill(z, temperature, table)
        between = a < groups and b < groups
        delta, begin = 0, first
        if summed and between:
            at_a, at_b = near_at + a * n, near_at + b * n
            after_a, after_b = m[sum_at + a] - m[at_a + i], m[sum_at + b] + m[at_b + i]
            alone = 1
            if j >= 0:
                alone = 0
                both = costs[i, j]
                after_a += m[at_a + j] - both
                after_b -= m[at_b + j] + both
            if divided:
                size_a = sizes[a] - alone
                after_a = after_a // size_a if size_a > 0 else 0
                after_b //= sizes[b] + alone
            delta = unit * (after_a - m[now_at + a] + after_b - m[now_at + b])
            begin = first + 1
        if not (no_more and between):
            least = gained if between else -1
            delta = price_unless_refused(m, pairs, price, i, a, j, b, begin, delta, least, room)
        if delta <= room:
            _taken(m, pairs, amounts, is_breach, kept, told, delta, i, a, j, b)
            gained = most_gained(amounts, price)
    seed[0] = state
    told[TRIED] += count


@inlined
def _options(
    m: IntArray,
    amounts: IntArray,
    price: IntArray,
    is_breach: IntArray,
    kept: IntArray,
    told: IntArray,
    temperature: int,
    count: int,
    seed: IntArray,
    table: IntArray,
) -> None:
    """So many changes of one option of a group."""
    for k in range(count):
        which = m[CHOICES] + k % (m[END] - m[CHOICES])
        o, at = m[which], m[N]
        for before in range(m[CHOICES], which):
            at += m[K] * m[m[before] + choice.OPTIONS]
        z = drawn(seed)
        group, slot = first_of(z, m[K]), draw(seed, m[o + choice.TAKE])
        option = second_of(z, m[o + choice.OPTIONS])
        if not choice.is_free(m, o, group, option):
            continue
        delta = price_option(m, price, o, group, slot, option)
        if delta > most_uphill(z, temperature, table):
            continue
        apply_option(m, amounts, o, group, slot, option)
        note(kept, at + group * m[o + choice.OPTIONS] + slot, option)
        told[TAKEN] += 1
        if delta > 0:
            told[UPHILL] += 1
        else:
            keep_best(m, amounts, is_breach, kept)
    told[TRIED] += count


@compiled
def anneal(
    m: IntArray,
    pairs: IntArray,
    near: IntArray,
    amounts: IntArray,
    price: IntArray,
    is_breach: IntArray,
    kept: IntArray,
    told: IntArray,
    temperature: int,
    alone: int,
    proposals: int,
    shares: IntArray,
    seed: IntArray,
    table: IntArray,
) -> None:
    """So many proposals at one temperature, and at ``alone`` for rows that move alone.

    ``shares`` (KINDS,): of each kind in a ROUND. ``told`` (KINDS, 3): see :data:`TRIED`.
    """
    left = proposals
    while left > 0:
        now = min(ROUND, left)
        left -= now
        made = now
        for kind in range(KINDS):
            made += told[kind, TRIED]
        for turn in range(KINDS):
            # what a kind has a right to by now, and any rounding to the last: swaps
            kind = KINDS - 1 - turn
            due = (shares[kind] * made + ROUND // 2) // ROUND - told[kind, TRIED]
            count = now if kind == SWAP else min(max(due, 0), now)
            if count == 0:
                continue
            now -= count
            if kind == OPTION:
                _options(
                    m,
                    amounts,
                    price,
                    is_breach,
                    kept,
                    told[kind],
                    temperature,
                    count,
                    seed,
                    table,
                )
            else:
                _moves(
                    m,
                    pairs,
                    near,
                    amounts,
                    price,
                    is_breach,
                    kept,
                    told[kind],
                    kind,
                    alone if kind == SHIFT else temperature,
                    count,
                    seed,
                    table,
                )
