"""Between which temperatures a search has work to do, measured while it cools once in haste.

Above, everything moves and nothing is decided; below, nothing moves any more. What tells the two
apart on any data is how many of its exchanges are open to a row: the share of proposals that cost
something and are taken, times how many there are of their kind for one row. About three lie at the
upper end and a twentieth at the lower, for distances of points and for unstructured costs alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from solver.lowered.counted import ALIKE_ABOVE, SHARED
from solver.quantise import BoolArray, FloatArray, IntArray
from solver.search.anneal import (
    KINDS,
    NEARBY,
    OPTION,
    ROUND,
    SHIFT,
    SWAP,
    TAKEN,
    TRIED,
    UPHILL,
)
from solver.search.kernels.samples import sample_moves
from solver.search.state import State
from solver.task import Task
from solver.terms.choice import choices_of

OPEN_HOT, OPEN_COLD = 3.0, 0.05
"""Exchanges that are open to a row at the first temperature, and at the last."""
FALL = 0.8
"""Each temperature of the measuring is this much of the one before."""
MOST_STEPS = 60
SAMPLES = 2_000
HOTTEST = 2**38
LEAST_SHARE = 1 / 16
"""Of the proposals every kind of move that there is gets as much at least."""


@dataclass(frozen=True, eq=False)
class Window:
    """The first and the last temperature, and ``shares`` (KINDS,) of a round of proposals.

    ``sizes``: the first and the last temperature of rows that move alone: not below the others.
    What a group of another size costs may be much more than other members do; were it decided
    first, at temperatures at which nobody knows yet who would sit there, it would be by chance.
    """

    hot: int
    cold: int
    shares: IntArray
    sizes: tuple[int, int] = (0, 0)

    def temperature(self, share: float) -> int:
        """When so much of the work is done: falls by as much in equal times, rounded."""
        return _between(self.hot, self.cold, share)

    def alone(self, share: float) -> int:
        """The same for rows that move alone; it ends halfway to the others, where sizes stand."""
        hot, cold = max(self.sizes[0], self.hot), max(self.sizes[1], self.cold)
        return _between(hot, math.isqrt(cold * self.cold), share)


def _between(hot: int, cold: int, share: float) -> int:
    """The temperature so far on the way from one to another."""
    fall = round(math.exp(round(share * math.log(cold / hot), 9)), 9)
    return max(round(hot * fall), 0)


def uphill_of(state: State, seed: IntArray) -> int:
    """The median move for the worse, by points alone: of random swaps, or of rows that move alone.

    Whichever is larger: where groups of another size cost much more than other members, sizes are
    decided at temperatures at which swaps decide nothing yet.
    """
    price = np.zeros_like(state.price)
    # what counts as likeness up to a level costs too, and may be all that is wished
    price[[SHARED, ALIKE_ABOVE]] = 1
    moves = np.zeros((2, SAMPLES), dtype=np.int64)
    for alone in (False, True):
        sample_moves(state.memory, state.pairs, price, seed, alone, moves[int(alone)])
    worse = [kind[kind > 0] for kind in moves]
    # where no move costs anything (all groups meet in one place), what a row costs is the measure
    usual = max((int(np.median(one)) for one in worse if one.size), default=0)
    return min(max(usual or state.score().points // state.task.n, 1), HOTTEST)


def kinds_of(task: Task, state: State) -> IntArray:
    """(KINDS,) how many moves of each kind one row has; 0 where there are none."""
    counts = np.zeros(KINDS, dtype=np.int64)
    counts[SWAP] = task.n - 1
    counts[NEARBY] = state.near.shape[1] * max(task.n // task.groups, 1)
    fixed = bool((task.low == task.high).all()) and not task.may_close
    if not fixed or task.places.low < task.n:
        counts[SHIFT] = task.groups
    counts[OPTION] = sum(term.take * term.options for term in choices_of(task.terms))
    return counts


def equal_shares(counts: IntArray) -> IntArray:
    """(KINDS,) of a round, as much of each kind that there is."""
    there = counts > 0
    shares: IntArray = np.where(there, ROUND // max(int(there.sum()), 1), 0).astype(np.int64)
    shares[SWAP] += ROUND - shares.sum()
    return shares


def shares_of(rates: FloatArray, there: BoolArray) -> IntArray:
    """(KINDS,) of a round, by how often each kind is taken; ``there`` (KINDS,): those there are.

    Among swaps by their rates. Other kinds get half of what their rate says beside that of swaps,
    and LEAST_SHARE at least.
    """
    any_, near = float(rates[SWAP]), float(rates[NEARBY])
    nearby = 0.0
    if there[NEARBY]:
        nearby = near / (any_ + near) if any_ + near > 0 else 0.5
    swaps = (1 - nearby) * any_ + nearby * near
    wish = np.zeros(KINDS)
    for kind in (SHIFT, OPTION):
        both = float(rates[kind]) + swaps
        if there[kind]:
            wish[kind] = max(float(rates[kind]) / both / 2 if both > 0 else 0.0, LEAST_SHARE)
    left = 1 - wish.sum()
    wish[NEARBY], wish[SWAP] = left * nearby, left * (1 - nearby)
    shares: IntArray = np.floor(np.round(wish * ROUND, 6)).astype(np.int64)
    shares[int(np.argmax(shares))] += ROUND - shares.sum()
    return shares


def open_now(told: IntArray, counts: IntArray) -> float:
    """The exchanges that are open to a row, by what was told (KINDS, 3)."""
    tried = np.maximum(told[:, TRIED], 1)
    return float((told[:, UPHILL] / tried * counts)[[SWAP, NEARBY]].max())


def window_of(temperatures: list[int], told: IntArray, counts: IntArray) -> Window:
    """From what was told (steps, KINDS, 3) at falling temperatures; ``counts`` (KINDS,)."""
    open_ = np.array([open_now(one, counts) for one in told])
    at = np.log(np.maximum(np.array(temperatures, dtype=np.float64), 1.0))
    smooth = _falling(open_)
    hot = _where(at, smooth, OPEN_HOT)
    cold = min(_where(at, smooth, OPEN_COLD), hot)
    inside = (at <= hot + 1e-9) & (at >= cold - 1e-9)
    rows = told[inside] if inside.any() else told
    total = rows.sum(axis=0)
    worth = total[:, TAKEN] / np.maximum(total[:, TRIED], 1)
    first, last = max(round(math.exp(hot)), 1), max(round(math.exp(cold)), 1)
    alone = told[:, SHIFT, UPHILL] / np.maximum(told[:, SHIFT, TRIED], 1) * counts[SHIFT]
    sizes = [round(math.exp(_where(at, _falling(alone), one))) for one in (OPEN_HOT, OPEN_COLD)]
    return Window(first, last, shares_of(worth, counts > 0), (sizes[0], sizes[1]))


def _falling(values: FloatArray) -> FloatArray:
    """The falling sequence nearest to it: neighbours that rise are pooled."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([float(value), 1.0])
        while len(pools) > 1 and pools[-1][0] > pools[-2][0]:
            other, many = pools.pop()
            mean, count = pools[-1]
            pools[-1] = [(mean * count + other * many) / (count + many), count + many]
    return np.concatenate([np.full(int(count), mean) for mean, count in pools])


def _where(at: FloatArray, values: FloatArray, wanted: float) -> float:
    """Where falling values pass ``wanted``: between two, by their logarithms; else at an end."""
    below = np.flatnonzero(values < wanted)
    if not below.size:
        return float(at[-1])
    if below[0] == 0:
        return float(at[0])
    k = int(below[0])
    high, low = np.log(values[k - 1]), np.log(max(values[k], wanted / 10))
    share = (high - np.log(wanted)) / (high - low) if high > low else 1.0
    return float(at[k - 1] + share * (at[k] - at[k - 1]))
