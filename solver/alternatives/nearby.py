"""The best close by: from a grouping on, at temperatures at which only what must move does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from solver.grouping import Grouping
from solver.search.incumbent import Incumbent
from solver.search.local import best_of
from solver.search.one_copy import Start
from solver.search.penalties import limits_at
from solver.search.shared import Shared
from solver.search.stopwatch import Clock
from solver.search.window import equal_shares, kinds_of, uphill_of
from solver.task import Task

WARM, FALL, STEPS = (0.0, 0.05, 0.1), 0.05, 12
"""Of the median exchange for the worse: the first temperatures, in turn; they fall to so much of
themselves in so many steps. At 0.0 a copy only goes downhill. Measured at 100 people: at 0.2 half
of them sit elsewhere afterwards, and it costs more."""
COPIES, PER_ROW = 9, 500
"""So many copies, of so many proposals a row each."""


def nearby(
    task: Task, here: Grouping, *, seed: int, clock: Clock, workers: int
) -> tuple[Incumbent, int]:
    """The best of a few copies that begin ``here``; it may still break something. And proposals.

    Where a group has more members than it may, those too many begin elsewhere.
    """
    shared, first = Shared.of(task), _within(task, here)
    starts = [Start(task, seed, number, first, shared=shared) for number in range(COPIES)]

    def settle(number: int) -> None:
        _cool(starts[number], WARM[number % len(WARM)], clock)

    with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
        list(pool.map(settle, range(COPIES)))
    return best_of(starts), sum(start.proposals for start in starts)


def _cool(start: Start, warm: float, clock: Clock) -> None:
    """Once down from a temperature, and downhill."""
    task, state = start.task, start.state
    uphill = uphill_of(state, start.seed)
    start.demand(limits_at(state, uphill))
    shares = equal_shares(kinds_of(task, state))
    for step in range(STEPS if warm else 0):
        if clock.over():
            break
        temperature = max(round(uphill * warm * FALL ** (step / STEPS)), 1)
        start.anneal(temperature, PER_ROW * task.n // STEPS, shares)
    start.descend(clock.over)


def _within(task: Task, here: Grouping) -> Grouping:
    """``here``, where whoever is too many in a group begins in the emptiest, or outside."""
    seats, sizes = here.assignment.copy(), here.sizes()
    for group in np.flatnonzero(sizes > task.high):
        for row in here.members(int(group))[int(task.high[group]) :]:
            room = np.where(sizes > 0, task.high - sizes, 0)
            seats[row] = int(np.argmax(room)) if (room > 0).any() else here.outside
            sizes[group] -= 1
            if seats[row] < here.outside:
                sizes[seats[row]] += 1
    return Grouping(seats, here.groups, here.choices)
