"""Simulated annealing over the penalised score; incumbents are compared exactly."""

from __future__ import annotations

import math

import numpy as np

from solver.lowered.counted import NOT_PLACED
from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.compiled import compiled
from solver.search.kernels.descent import Levels, levels_of
from solver.search.kernels.dispatch import apply_move, apply_option, price_move, price_option
from solver.search.kernels.memory import (
    CHOICES,
    END,
    STANDING_NOW,
    STANDS,
    K,
    N,
    group_of,
    member_of,
    size_of,
)
from solver.search.kernels.moves import may_shift

SCALE_BITS = 20
MINUS_LOG: IntArray = np.array(
    [round(round(-math.log((k + 0.5) / 4096), 9) * (1 << SCALE_BITS)) for k in range(4096)],
    dtype=np.int64,
)
"""Integer table of −ln u, u in the middle of 4,096 equal steps, times 2^SCALE_BITS."""

FLOOR, TOP, REST, FIRST = range(4)
"""Rows of the limits of penalties (4, A): the lowest and the highest price (0: no penalty), how
much cannot be avoided and raises nothing, and 1 where the first unit of a breach is counted."""

PLACED, LEVELS_ONE = 3, 7
"""Of the levels of a score so many come before standing, which has S numbers, and so many are one
number each."""
NEAR_SHARE = 60
OPTION_SHARE = 6
SHIFT_SHARE = 25
"""Of 100 proposals so many change an option, and of the rest so many move one row alone."""


@compiled
def draw(seed: IntArray, below: int) -> int:
    """The next number of splitmix64, 0 … below-1; ``seed`` (1,) uint64 moves on."""
    seed[0] += np.uint64(0x9E3779B97F4A7C15)
    z = seed[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return np.int64(((z >> np.uint64(32)) * np.uint64(below)) >> np.uint64(32))


@compiled
def is_accepted(delta: int, temperature: int, seed: IntArray, table: IntArray) -> bool:
    if delta <= 0:
        return True
    return delta <= (temperature * table[draw(seed, table.size)]) >> 20


@compiled
def _is_best(m: IntArray, now: Levels, best: IntArray) -> bool:
    """Whether the levels ``now``, with the standing in memory, come before ``best``."""
    stands, at = m[STANDS], m[STANDING_NOW]
    for k in range(PLACED):
        if now[k] != best[k]:
            return now[k] < best[k]
    for k in range(stands):
        if m[at + k] != best[PLACED + k]:
            return m[at + k] < best[PLACED + k]
    for k in range(PLACED, LEVELS_ONE):
        if now[k] != best[stands + k]:
            return now[k] < best[stands + k]
    return False


@compiled
def keep_best(m: IntArray, amounts: IntArray, is_breach: IntArray, best: IntArray) -> bool:
    """Whether the state is better than ``best`` (7 + S,), which then takes its score."""
    now = levels_of(amounts, is_breach)
    if not _is_best(m, now, best):
        return False
    stands, at = m[STANDS], m[STANDING_NOW]
    for k in range(PLACED):
        best[k] = now[k]
    for k in range(stands):
        best[PLACED + k] = m[at + k]
    for k in range(PLACED, LEVELS_ONE):
        best[stands + k] = now[k]
    return True


@compiled
def copy_seats(m: IntArray, seats: IntArray, options: IntArray) -> None:
    """Copies the seats to (n,), and what every group has, Choice by Choice, to ``options``."""
    for row in range(m[N]):
        seats[row] = group_of(m, row)
    filled = 0
    for k in range(m[CHOICES], m[END]):
        o = m[k]
        for at in range(m[K] * m[o + choice.OPTIONS]):
            options[filled] = m[o + m[o + choice.TAKEN] + at]
            filled += 1


@compiled
def target_of(m: IntArray, near: IntArray, i: int, seed: IntArray) -> int:
    """The group to try for a row: where somebody near it sits, or any."""
    if near.shape[1] > 0 and draw(seed, 100) < NEAR_SHARE:
        return group_of(m, near[i, draw(seed, near.shape[1])])
    return draw(seed, m[K] + 1)


@compiled
def _propose(
    m: IntArray,
    pairs: IntArray,
    near: IntArray,
    amounts: IntArray,
    price: IntArray,
    temperature: int,
    seed: IntArray,
    table: IntArray,
) -> bool:
    """Tries one move; whether it was taken and may have made the state the best so far."""
    choices = m[END] - m[CHOICES]
    if choices > 0 and draw(seed, 100) < OPTION_SHARE:
        o = m[m[CHOICES] + draw(seed, choices)]
        group, slot = draw(seed, m[K]), draw(seed, m[o + choice.TAKE])
        option = draw(seed, m[o + choice.OPTIONS])
        if not choice.is_free(m, o, group, option):
            return False
        delta = price_option(m, price, o, group, slot, option)
        if not is_accepted(delta, temperature, seed, table):
            return False
        apply_option(m, amounts, o, group, slot, option)
        return delta <= 0
    i, j = draw(seed, m[N]), -1
    a = group_of(m, i)
    b = target_of(m, near, i, seed)
    if a == b:
        return False
    if draw(seed, 100) < SHIFT_SHARE:
        if not may_shift(m, i, b):
            return False
    elif b == m[K]:
        j = draw(seed, m[N])
        b = group_of(m, j)
        if a == b:
            return False
    elif size_of(m, b) == 0:
        return False
    else:
        j = member_of(m, b, draw(seed, size_of(m, b)))
    delta = price_move(m, pairs, price, i, a, j, b)
    if not is_accepted(delta, temperature, seed, table):
        return False
    apply_move(m, pairs, amounts, i, a, j, b)
    return delta <= 0


@compiled
def adapt(amounts: IntArray, price: IntArray, limits: IntArray) -> None:
    """Penalties rise while something stays broken and sink while it holds.

    ``limits`` (4, A): see :data:`FLOOR`. Where rows may stay outside, a row that does costs more
    than a group too many or too few, and the first unit of every breach more than such a row: at
    every moment, or the search would break a demand to let somebody in.
    """
    for k in range(price.size):
        if limits[TOP, k] > 0:
            if amounts[k] > limits[REST, k]:
                price[k] = min(price[k] + price[k] // 4 + 1, limits[TOP, k])
            else:
                price[k] = max(price[k] - price[k] // 16, limits[FLOOR, k])
    if limits[TOP, NOT_PLACED] > 0:
        for k in range(price.size):
            if limits[FIRST, k] == 1:
                price[k] = max(price[k], price[NOT_PLACED] + 1)


@compiled
def anneal(
    m: IntArray,
    pairs: IntArray,
    near: IntArray,
    amounts: IntArray,
    price: IntArray,
    is_breach: IntArray,
    temperature: int,
    proposals: int,
    seed: IntArray,
    table: IntArray,
    limits: IntArray,
    best: IntArray,
    best_seats: IntArray,
    best_options: IntArray,
) -> None:
    """So many proposals at one temperature; then the penalties adapt.

    ``limits`` (4, A): of each penalty. The last three arrays keep the incumbent: its score
    (7 + S,), seats (n,) and options, as :func:`copy_seats` lays them out.
    """
    for _ in range(proposals):
        better = _propose(m, pairs, near, amounts, price, temperature, seed, table)
        if better and keep_best(m, amounts, is_breach, best):
            copy_seats(m, best_seats, best_options)
    adapt(amounts, price, limits)


@compiled
def sample_moves(
    m: IntArray, pairs: IntArray, price: IntArray, seed: IntArray, out: IntArray
) -> None:
    """Fills ``out`` with the change of random swaps, 0 where a proposal is void."""
    for k in range(out.size):
        i, j = draw(seed, m[N]), draw(seed, m[N])
        a, b = group_of(m, i), group_of(m, j)
        out[k] = price_move(m, pairs, price, i, a, j, b) if a != b else 0
