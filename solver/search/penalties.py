"""What breaches cost a search on its way: between which limits, and how the prices adapt."""

from __future__ import annotations

import numpy as np

from solver.lowered.counted import (
    ALIKE_ABOVE,
    BROKEN,
    GROUPS_OFF,
    LEVELS,
    NOT_PLACED,
    STANDING,
)
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.state import State
from solver.sizes import most_placed
from solver.task import Task

FLOOR, TOP, REST, FIRST = range(4)
"""Rows of the limits of penalties (4, A): the lowest and the highest price (0: no penalty), how
much cannot be avoided and raises nothing, and 1 where the first unit of a breach is counted."""
RISE = 2_000
"""How many times its lowest a penalty may become."""
MOST_OUTSIDE = 4
"""How many times its lowest a person who is not placed may cost, and with that every breach."""
STRICT = 64
"""How many times the usual penalty nothing is ever broken for."""
HIGHEST = 2**44
MOST_PENALTY = 2.0**60
"""No penalty comes to more than this, whatever is broken, and no price is higher than HIGHEST."""


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


def strict(limits: IntArray) -> IntArray:
    """Limits (4, A) at which no move that breaks something is ever accepted."""
    dear = limits.copy()
    dear[FLOOR] = np.minimum(limits[FLOOR] * STRICT, limits[TOP])
    return dear


def limits_at(state: State, uphill: int) -> IntArray:
    """(4, A) the limits of penalties: a few moves uphill at least, RISE times as much at most.

    Raises AssertionError where a breach could cost less than a person who is not placed.
    """
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
    hold(limits)
    return limits


def hold(limits: IntArray) -> None:
    """Raises AssertionError where a breach could cost less than a person who is not placed."""
    first = limits[FIRST] == 1
    for row in (FLOOR, TOP):
        if (limits[row, first] <= limits[row, NOT_PLACED]).any():
            raise AssertionError("a breach is cheaper than a person who is not placed")


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
    highest: IntArray = np.maximum(MOST_PENALTY / np.maximum(most, largest), 1).astype(np.int64)
    return highest


def _most_standing(task: Task) -> int:
    """The largest amount that standing can come to."""
    values = task.standing if task.standing is not None else np.empty(0, dtype=np.int64)
    if task.floor is None:
        return task.n * max(np.unique(values).size, 1)
    return abs(task.floor) + sum(abs(int(value)) for value in values) + 1
