"""Numbers at random: whole numbers of splitmix64, and what Metropolis lets pass.

Its bits are unsigned, which no type here can say: they are Any until they are a number below.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled

SCALE_BITS = 20
MINUS_LOG: IntArray = np.array(
    [round(round(-math.log((k + 0.5) / 4096), 9) * (1 << SCALE_BITS)) for k in range(4096)],
    dtype=np.int64,
)
"""Integer table of −ln u, u in the middle of 4,096 equal steps, times 2^SCALE_BITS."""


GOLDEN = np.uint64(0x9E3779B97F4A7C15)
"""The step of splitmix64 from one state to the next."""


@compiled
def mixed(state: Any) -> Any:
    """The 64 bits that splitmix64 gives at a state.

    One draw serves a whole proposal: 26 bits for each of two rows, 12 for whether it is taken.
    """
    z = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@compiled
def drawn(seed: IntArray) -> Any:
    """The next 64 bits; ``seed`` (1,) uint64 moves on."""
    seed[0] += GOLDEN
    return mixed(seed[0])


@compiled
def draw(seed: IntArray, below: int) -> int:
    """A number 0 … below-1."""
    return int(np.int64(((drawn(seed) >> np.uint64(32)) * np.uint64(below)) >> np.uint64(32)))


@compiled
def first_of(z: Any, below: int) -> int:
    """A number 0 … below-1 from the upper 26 bits."""
    return int(np.int64(((z >> np.uint64(38)) * np.uint64(below)) >> np.uint64(26)))


@compiled
def second_of(z: Any, below: int) -> int:
    """Another, from the 26 bits behind them."""
    bits = (z >> np.uint64(12)) & np.uint64(0x3FFFFFF)
    return int(np.int64((bits * np.uint64(below)) >> np.uint64(26)))


@compiled
def third_of(z: Any, second_below: int, below: int) -> int:
    """A number 0 … below-1 from what the second, 0 … ``second_below``-1, leaves of its bits."""
    bits = ((z >> np.uint64(12)) & np.uint64(0x3FFFFFF)) * np.uint64(second_below)
    return int(np.int64(((bits & np.uint64(0x3FFFFFF)) * np.uint64(below)) >> np.uint64(26)))


@compiled
def most_uphill(z: Any, temperature: int, table: IntArray) -> int:
    """What a move may cost and still be taken (Metropolis), from the last 12 bits."""
    most: int = (temperature * table[np.int64(z & np.uint64(0xFFF))]) >> 20
    return most


def seed_of(number: int) -> IntArray:
    """(1,) the state of the drawing of numbers; unsigned, whatever its type says."""
    seed: IntArray = np.array([number], dtype=np.uint64)
    return seed
