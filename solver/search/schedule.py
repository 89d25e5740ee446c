"""How much work an effort is, and how hot and how dear a search starts."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from solver.quantise import IntArray
from solver.search.anneal import sample_moves
from solver.search.kernels.structure import GROUPS_OFF, LEVELS, NOT_PLACED
from solver.search.state import State
from solver.solution import Effort

STEPS = 240
"""Temperatures of one annealing."""
COOLING = 200
"""The last temperature is this much lower than the first."""
SAMPLES = 2_000
HOTTEST = 2**38


@dataclass(frozen=True)
class Work:
    """``starts`` independent searches of ``per_row`` × n proposals each.

    With ``seconds``, a search cools by the clock instead, and takes as many as there is time for.
    """

    starts: int
    per_row: int
    seconds: float | None = None


WORK = {
    Effort.QUICK: Work(starts=2, per_row=4_000),
    Effort.NORMAL: Work(starts=8, per_row=8_000),
    Effort.THOROUGH: Work(starts=24, per_row=16_000),
}


@dataclass(frozen=True, eq=False)
class Scale:
    """``uphill``: the median move for the worse; ``floor``, ``top`` (A,): limits of penalties."""

    uphill: int
    floor: IntArray
    top: IntArray

    def temperature(self, share: float) -> int:
        """When so much of the work is done: falls from the median uphill move, rounded."""
        fall = round(math.exp(-share * round(math.log(COOLING), 9)), 6)
        return max(int(fall * min(self.uphill, HOTTEST)), 0)


def scale_of(state: State, seed: IntArray) -> Scale:
    """Measured at a state (best after a first descent), over random swaps by points alone."""
    moves = np.zeros(SAMPLES, dtype=np.int64)
    sample_moves(state.memory, _points_only(state), seed, moves)
    worse = moves[moves > 0]
    # where no swap costs anything (all groups meet in one place), what a row costs is the measure
    usual = int(np.median(worse)) if worse.size else state.score().points // state.task.n
    uphill = max(usual, 1)
    floor, top = np.zeros_like(state.price), np.zeros_like(state.price)
    for k in np.flatnonzero(state.is_breach):
        # a breach is counted in units of very different size: quanta of a spread, or people
        unit = max(int(state.amounts[k]) // max(state.task.groups, 1), 1)
        floor[k] = max(2 * uphill // unit, 1)
    floor[[NOT_PLACED, GROUPS_OFF]] = 4 * uphill
    penalties = floor > 0
    top[penalties] = np.minimum(floor[penalties] * 2_000, 2**44)
    return Scale(uphill, floor, top)


def _points_only(state: State) -> IntArray:
    price = np.where(state.is_breach == 1, 0, state.price)
    price[: LEVELS - 1] = 0
    return price
