"""How much work an effort is, and how hot and how dear a search starts."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from solver.lowered.counted import (
    ALIKE_ABOVE,
    BROKEN,
    GROUPS_OFF,
    LEVELS,
    LOTS,
    NOT_PLACED,
    SHARED,
    STANDING,
)
from solver.quantise import IntArray
from solver.search.anneal import FIRST, FLOOR, REST, TOP, sample_moves
from solver.search.state import State
from solver.sizes import most_placed
from solver.solution import Effort
from solver.task import Task

STEPS = 240
"""Temperatures of one annealing."""
COOLING = 200
"""The last temperature is this much lower than the first."""
SAMPLES = 2_000
HOTTEST = 2**38
RISE = 2_000
"""How many times its lowest a penalty may become."""
MOST_OUTSIDE = 4
"""How many times its lowest a person who is not placed may cost, and with that every breach."""
STRICT = 64
"""How many times the usual penalty nothing is ever broken for."""
HIGHEST = 2**44
MOST_PENALTY = 2.0**60
"""No penalty comes to more than this, whatever is broken, and no price is higher than HIGHEST."""


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
    """``uphill``: the median move for the worse; ``limits`` (4, A): of penalties, row FLOOR first.

    Raises AssertionError where a breach could cost less than a person who is not placed.
    """

    uphill: int
    limits: IntArray

    def __post_init__(self) -> None:
        first = self.limits[FIRST] == 1
        for row in (FLOOR, TOP):
            dear, outside = self.limits[row, first], self.limits[row, NOT_PLACED]
            if (dear <= outside).any():
                raise AssertionError("a breach is cheaper than a person who is not placed")

    def temperature(self, share: float) -> int:
        """When so much of the work is done: falls from the median uphill move, rounded."""
        fall = round(math.exp(-share * round(math.log(COOLING), 9)), 6)
        return max(int(fall * min(self.uphill, HOTTEST)), 0)


def scale_of(state: State, seed: IntArray) -> Scale:
    """Measured at a state (best after a first descent), over random swaps by points alone."""
    moves = np.zeros(SAMPLES, dtype=np.int64)
    sample_moves(state.memory, state.pairs, points_only(state), seed, moves)
    worse = moves[moves > 0]
    # where no swap costs anything (all groups meet in one place), what a row costs is the measure
    usual = int(np.median(worse)) if worse.size else state.score().points // state.task.n
    uphill = min(max(usual, 1), HIGHEST // 8)
    return Scale(uphill, _limits(state, uphill))


def strict(limits: IntArray) -> IntArray:
    """Limits (4, A) at which no move that breaks something is ever accepted."""
    dear = limits.copy()
    dear[FLOOR] = np.minimum(limits[FLOOR] * STRICT, limits[TOP])
    return dear


def _limits(state: State, uphill: int) -> IntArray:
    """(4, A) the limits of penalties: a few moves uphill at least, RISE times as much at most."""
    task = state.task
    limits = np.zeros((4, state.price.size), dtype=np.int64)
    breach = state.is_breach == 1
    first = breach.copy()
    for t, term in enumerate(task.terms):
        first[LEVELS + t] = term.is_hard and not term.in_quanta
        first[BROKEN] |= term.is_hard and term.in_quanta
    # a breach may be counted in units of very different size: quanta of a spread, or people
    unit = np.maximum(state.amounts // max(task.groups, 1), 1)
    floor = limits[FLOOR]
    floor[breach] = np.maximum(2 * uphill // unit[breach], 1)
    floor[GROUPS_OFF] = 4 * uphill
    most = most_placed(task)
    if task.places.low < most:
        # somebody for whom there is room may stay outside: that is cheaper than a breach
        floor[first] = np.maximum(floor[first], 2 * uphill)
        floor[NOT_PLACED] = 2 * uphill
        limits[REST, NOT_PLACED] = task.n - most
    else:
        first[:] = False
    if task.standing is not None:
        floor[STANDING] = max(
            2 * uphill // (int(unit[STANDING]) if task.floor is not None else 1), 1
        )
    if task.alike is not None:
        floor[ALIKE_ABOVE] = 2
    penalties = floor > 0
    highest = np.minimum(_ceiling(state), HIGHEST)
    limits[TOP, penalties] = np.minimum(floor * RISE, highest)[penalties]
    if task.floor is None:
        # that some who stand high stay outside may be unavoidable: that raises nothing
        limits[TOP, STANDING] = min(int(floor[STANDING]), int(highest[STANDING]))
    if first.any():
        limits[TOP, NOT_PLACED] = MOST_OUTSIDE * floor[NOT_PLACED]
    limits[FLOOR] = np.minimum(floor, limits[TOP])
    limits[FIRST] = first
    if first.any():
        for row in (FLOOR, TOP):
            dear = int(limits[row, first].min())
            limits[row, NOT_PLACED] = min(int(limits[row, NOT_PLACED]), dear - 1)
    return limits


def _ceiling(state: State) -> IntArray:
    """(A,) the highest price at which no penalty, whatever is broken, leaves int64."""
    task = state.task
    most = np.full(LEVELS + len(task.terms), 16.0 * (task.n + task.groups))
    most[:LEVELS] = task.n + task.groups
    if task.standing is not None:
        most[STANDING] = _most_standing(task)
    most[ALIKE_ABOVE] = sum(
        (term.price or 0) * term.largest(task.n)
        for term in task.terms
        if term.name in task.alike_terms
    )
    most[ALIKE_ABOVE] = max(most[ALIKE_ABOVE], 1)
    most[BROKEN] = (task.groups + 1) * max(len(task.terms), 1)
    largest = np.zeros_like(most)
    np.add.at(largest, state.breaches, [float(term.largest(task.n)) for term in task.terms])
    # a breach of a term that costs nothing is counted in people, a few times each at most
    highest: IntArray = np.maximum(MOST_PENALTY / np.maximum(most, largest), 4).astype(np.int64)
    return highest


def _most_standing(task: Task) -> int:
    """The largest amount that standing can come to."""
    values = task.standing if task.standing is not None else np.empty(0, dtype=np.int64)
    if task.floor is None:
        return task.n * max(np.unique(values).size, 1)
    return abs(task.floor) + sum(abs(int(value)) for value in values) + 1


def points_only(state: State) -> IntArray:
    """(A,) prices by which what is wished counts, and nothing else."""
    price = np.zeros_like(state.price)
    price[[SHARED, LOTS]] = 1
    price[ALIKE_ABOVE] = int(state.task.alike is not None)
    return price
