"""What it would cost to take somebody who is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Event

import numpy as np

from solver.check import check
from solver.conflict import InfeasibleError
from solver.grouping import Grouping
from solver.score import score
from solver.search.divisions import is_small
from solver.solution import Effort, Solution, Status
from solver.solve import SMALL, NothingFoundError, solve
from solver.swaps import Swap, cheapest_swaps
from solver.task import Task
from solver.terms import Place
from solver.tradeoff.way import Way

NAME = "taken"
SWAPS = 4
"""So many of the cheapest exchanges are what a search begins from."""


@dataclass(frozen=True)
class Taking:
    """The best answer in which ``row`` is placed, beside the chosen one.

    ``solution`` None: the row cannot be placed; ``proven`` says whether that is proven, else
    whether nothing better has the row in it. ``standing``: how much higher the sum of standings is
    than in the chosen one (below zero: lower); ``fit``: points more; ``left``: who loses a place.
    """

    row: int
    solution: Solution | None
    standing: int
    fit: int
    left: tuple[int, ...]
    proven: bool


def taking(
    task: Task,
    chosen: Solution,
    rows: Sequence[int] | None = None,
    *,
    seed: int = 0,
    effort: Effort = Effort.QUICK,
    stop: Event | None = None,
    workers: int | None = None,
) -> tuple[Taking, ...]:
    """For each of ``rows``, or of all who are left out in ``chosen``: the best with that row.

    Best by the task's own score; where ``chosen`` states a floor, by that floor. Each is a search
    of its own: of very many rows name those that matter. Rows that are placed in ``chosen`` cost
    nothing and are left out; with ``stop`` the rest is left out too.
    """
    way = Way(seed, effort, stop or Event(), workers=workers)
    asked = task if chosen.floor is None else replace(task, margin=0, floor=chosen.floor)
    seats = chosen.grouping.assignment
    every = np.flatnonzero(seats == task.groups).tolist() if rows is None else rows
    found: list[Taking] = []
    for row in every:
        if way.stop.is_set():
            break
        if seats[row] == task.groups:
            found.append(_taken(asked, chosen, int(row), way))
    return tuple(found)


def _taken(task: Task, chosen: Solution, row: int, way: Way) -> Taking:
    """The best with one row."""
    try:
        found = _found(with_row(task, row), chosen.grouping, way)
    except InfeasibleError:
        return Taking(row, None, 0, 0, (), proven=True)
    except NothingFoundError:
        return Taking(row, None, 0, 0, (), proven=False)
    own = replace(found, score=score(task, found.grouping), floor=task.floor)
    check(task, own)
    before, after = (g.assignment == g.outside for g in (chosen.grouping, found.grouping))
    return Taking(
        row,
        own,
        standing=_sum(task, found.grouping) - _sum(task, chosen.grouping),
        fit=own.score.points - chosen.score.points,
        left=tuple(np.flatnonzero(after & ~before).tolist()),
        proven=found.status is Status.OPTIMAL,
    )


def _found(task: Task, chosen: Grouping, way: Way) -> Solution:
    """The best with the row in it, from the exchanges that bring it in; else by the front door.

    Who stands highest first is for the front door to settle, and so is what can be proven.
    """
    settled = task.standing is not None and task.floor is None
    start = None
    if not (settled or task.n <= SMALL or is_small(task)):
        swaps = cheapest_swaps(task, chosen, SWAPS)
        found = way.going_on(task, [_exchanged(chosen, swap) for swap in swaps])
        if found.score.hard == 0:
            return found
        start = chosen
    return solve(
        task, seed=way.seed, effort=way.effort, start=start, stop=way.stop, workers=way.workers
    )


def _exchanged(grouping: Grouping, swap: Swap) -> Grouping:
    """The grouping in which two rows have changed places."""
    seats = grouping.assignment.copy()
    seats[[swap.i, swap.j]] = seats[[swap.j, swap.i]]
    return replace(grouping, assignment=seats)


def with_row(task: Task, row: int) -> Task:
    """The task in which this row must have a place, wherever."""
    allowed = np.ones((1, task.groups + 1), dtype=np.bool_)
    allowed[0, -1] = False
    name = NAME
    while any(term.name == name for term in task.terms):
        name += "'"
    placed = Place(name=name, about=np.array([row]), allowed=allowed, n=task.n)
    return replace(task, terms=(*task.terms, placed))


def _sum(task: Task, grouping: Grouping) -> int:
    """The sum of the standings of who is placed; 0 where the task has none."""
    if task.standing is None:
        return 0
    return int(task.standing[grouping.assignment != grouping.outside].sum())
