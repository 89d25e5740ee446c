"""Where the search begins when people had a group before: there, with newcomers on free chairs."""

from __future__ import annotations

import numpy as np

from cohorts.round.round import Round
from solver.grouping import Grouping
from solver.pricing import with_cheapest_choices
from solver.task import Task


def start_from(round_: Round, task: Task) -> Grouping | None:
    """The earlier composition with the others added, smallest group first; None: there is none.

    It need not meet the musts. Whoever had no group, or one that is gone, sits on a free chair
    while there are places.
    """
    if round_.previous is None:
        return None
    before = [round_.previous.get(a.id, round_.groups + 1) for a in round_.applicants]
    seats = np.array([min(b - 1, round_.groups) for b in before], dtype=np.int64)
    sizes = np.bincount(seats, minlength=round_.groups + 1)[: round_.groups]
    for row in np.flatnonzero(seats == round_.groups):
        free = np.flatnonzero(sizes < task.high)
        if sizes.sum() >= task.places.high or not free.size:
            break
        seats[row] = free[np.argmin(sizes[free])]
        sizes[seats[row]] += 1
    if (sizes > task.high).any():
        return None
    return with_cheapest_choices(task.terms, seats, task)
