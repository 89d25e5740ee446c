"""Simulated annealing and descent over the penalised score; incumbents are compared exactly."""

from __future__ import annotations

import math

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.compiled import compiled
from solver.search.kernels.dispatch import apply_move, apply_option, price_move, price_option
from solver.search.kernels.kinds import CHOICE
from solver.search.kernels.memory import (
    BLOCKS,
    HEADER,
    KIND,
    LARGEST,
    MAY_CLOSE,
    NEAREST,
    PLACES_LOW,
    K,
    N,
    group_of,
    member_of,
    near_of,
    size_of,
)
from solver.search.kernels.structure import GROUPS_OFF, LEVELS, LOTS, NOT_PLACED, WORST

SCALE_BITS = 20
MINUS_LOG: IntArray = np.array(
    [round(round(-math.log((k + 0.5) / 4096), 9) * (1 << SCALE_BITS)) for k in range(4096)],
    dtype=np.int64,
)
"""Integer table of −ln u, u in the middle of 4,096 equal steps, times 2^SCALE_BITS."""

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
def may_shift(m: IntArray, i: int, to: int) -> bool:
    """Whether row i may move alone: no upper bound breaks, no group opens as another closes."""
    a = group_of(m, i)
    if to == a or (to < m[K] and size_of(m, to) >= m[LARGEST]):
        return False
    if to == m[K] and m[PLACES_LOW] == m[N]:
        return False
    if a < m[K] and size_of(m, a) == 1:
        return m[MAY_CLOSE] == 1 and (to == m[K] or size_of(m, to) > 0)
    return True


@compiled
def _accepted(delta: int, temperature: int, seed: IntArray, table: IntArray) -> bool:
    if delta <= 0:
        return True
    return delta <= (temperature * table[draw(seed, table.size)]) >> 20


@compiled
def keep_best(amounts: IntArray, price: IntArray, is_breach: IntArray, best: IntArray) -> bool:
    """Whether the state is better than ``best`` (6,), which then takes its score."""
    hard, points = 0, 0
    for k in range(amounts.size):
        if is_breach[k] == 1:
            hard += amounts[k]
        elif k >= LEVELS:
            points += amounts[k] * price[k]
    off, worst = amounts[GROUPS_OFF], amounts[WORST]
    now = (hard, amounts[NOT_PLACED], off, worst, points, amounts[LOTS])
    for k in range(6):
        if now[k] > best[k]:
            return False
        if now[k] < best[k]:
            for j in range(6):
                best[j] = now[j]
            return True
    return False


@compiled
def copy_seats(m: IntArray, seats: IntArray, options: IntArray) -> None:
    """Copies the seats to (n,), and what every group has, Choice by Choice, to ``options``."""
    for row in range(m[N]):
        seats[row] = group_of(m, row)
    filled = 0
    for k in range(m[BLOCKS]):
        o = m[HEADER + k]
        if m[o + KIND] == CHOICE:
            for at in range(m[K] * m[o + choice.OPTIONS]):
                options[filled] = m[o + m[o + choice.TAKEN] + at]
                filled += 1


@compiled
def _target(m: IntArray, i: int, seed: IntArray) -> int:
    """The group to try for a row: where somebody near it sits, or any."""
    if m[NEAREST] > 0 and draw(seed, 100) < NEAR_SHARE:
        return group_of(m, near_of(m, i, draw(seed, m[NEAREST])))
    return draw(seed, m[K] + 1)


@compiled
def _propose(
    m: IntArray,
    amounts: IntArray,
    price: IntArray,
    temperature: int,
    seed: IntArray,
    table: IntArray,
) -> bool:
    """Tries one move; whether it was taken and may have made the state the best so far."""
    if m[BLOCKS] > 0 and draw(seed, 100) < OPTION_SHARE:
        o = m[HEADER + draw(seed, m[BLOCKS])]
        if m[o + KIND] == CHOICE:
            group, slot = draw(seed, m[K]), draw(seed, m[o + choice.TAKE])
            option = draw(seed, m[o + choice.OPTIONS])
            if not choice.is_free(m, o, group, option):
                return False
            delta = price_option(m, price, o, group, slot, option)
            if not _accepted(delta, temperature, seed, table):
                return False
            apply_option(m, amounts, price, o, group, slot, option)
            return delta <= 0
    i, j = draw(seed, m[N]), -1
    a = group_of(m, i)
    b = _target(m, i, seed)
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
    delta = price_move(m, price, i, a, j, b)
    if not _accepted(delta, temperature, seed, table):
        return False
    apply_move(m, amounts, price, i, a, j, b)
    return delta <= 0


@compiled
def _adapt(amounts: IntArray, price: IntArray, floor: IntArray, top: IntArray) -> None:
    """Penalties rise while something stays broken and sink while it holds."""
    for k in range(price.size):
        if top[k] > 0:
            if amounts[k] > 0:
                price[k] = min(price[k] + price[k] // 4 + 1, top[k])
            else:
                price[k] = max(price[k] - price[k] // 16, floor[k])


@compiled
def anneal(
    m: IntArray,
    amounts: IntArray,
    price: IntArray,
    is_breach: IntArray,
    temperature: int,
    proposals: int,
    seed: IntArray,
    table: IntArray,
    floor: IntArray,
    top: IntArray,
    best: IntArray,
    best_seats: IntArray,
    best_options: IntArray,
) -> None:
    """So many proposals at one temperature; then the penalties adapt.

    ``floor``, ``top`` (A,): limits of each penalty (top 0: not a penalty). The last three arrays
    keep the incumbent: its score (6,), seats (n,) and options, as :func:`copy_seats` lays them out.
    """
    for _ in range(proposals):
        better = _propose(m, amounts, price, temperature, seed, table)
        if better and keep_best(amounts, price, is_breach, best):
            copy_seats(m, best_seats, best_options)
    _adapt(amounts, price, floor, top)


@compiled
def descend(m: IntArray, amounts: IntArray, price: IntArray, sweeps: int) -> int:
    """Sweeps over all rows and options, taking whatever gains, until nothing does.

    Returns the number of moves priced.
    """
    priced = 0
    for _ in range(sweeps):
        better = False
        for k in range(m[BLOCKS]):
            o = m[HEADER + k]
            if m[o + KIND] == CHOICE:
                for group in range(m[K]):
                    for slot in range(m[o + choice.TAKE]):
                        for option in range(m[o + choice.OPTIONS]):
                            free = choice.is_free(m, o, group, option)
                            if free and price_option(m, price, o, group, slot, option) < 0:
                                apply_option(m, amounts, price, o, group, slot, option)
                                better = True
        for i in range(m[N]):
            for target in range(m[K] + 1 + m[N]):
                j = target - m[K] - 1 if target > m[K] else -1
                a, b = group_of(m, i), group_of(m, j) if j >= 0 else target
                if (a != b) if j >= 0 else may_shift(m, i, b):
                    priced += 1
                    if price_move(m, price, i, a, j, b) < 0:
                        apply_move(m, amounts, price, i, a, j, b)
                        better = True
        if not better:
            break
    return priced


@compiled
def sample_moves(m: IntArray, price: IntArray, seed: IntArray, out: IntArray) -> None:
    """Fills ``out`` with the change of random swaps, 0 where a proposal is void."""
    for k in range(out.size):
        i, j = draw(seed, m[N]), draw(seed, m[N])
        a, b = group_of(m, i), group_of(m, j)
        out[k] = price_move(m, price, i, a, j, b) if a != b else 0
