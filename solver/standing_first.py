"""First how many are placed, then who, then how well they sit.

Who is placed is settled by CP-SAT from the highest standing down, up to MOST_SEATS; then a search
sits those people, and whoever is their equal, as well as may be. Above that size, or where the time
is too short, who is placed is the best that was found.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from solver.exact.feasible import others_like
from solver.exact.ladder import Settled, settle
from solver.grouping import Grouping
from solver.placing import MOST_FIRSTS, MOST_SEATS, OTHER_WORK, Search, best_found
from solver.score import score
from solver.search.incumbent import Incumbent
from solver.search.local import downhill
from solver.task import Task
from solver.terms import Place, Term, Total

WHO_WORK = 20.0
"""Deterministic seconds for who is placed."""
FIRST_STARTS = 2
"""Searches for a first composition, where who is placed is settled afterwards."""


def who_first(run: Search, first: tuple[Grouping, ...]) -> Settled:
    """A grouping of the people who come first by standing. Of a task without a floor.

    It may break something where nothing else was found. Raises InfeasibleError.
    """
    large = run.task.n * run.task.groups > MOST_SEATS
    found = best_found(run if large else _briefly(run), first)
    if large or found.score.hard > 0 or run.clock.over():
        return Settled(found.grouping, proven=False)
    return settle(run.task, found.grouping, seed=run.seed, deterministic_limit=WHO_WORK)


def seated(run: Search, who: Settled) -> Incumbent:
    """The best found of how the people who come first sit; equals may take each other's place."""
    task = run.task
    known = Incumbent(score(task, who.grouping), who.grouping)
    if known.score.hard > 0 or run.clock.over():
        return known
    kept = task if task.floor is not None else replace(task, terms=(*task.terms, *held(task, who)))
    firsts = [who.grouping]
    if task.n * task.groups <= MOST_SEATS:
        count = min(run.work.starts, MOST_FIRSTS) - 1
        firsts += others_like(kept, firsts[0], count, seed=run.seed, deterministic_limit=OTHER_WORK)
    within = replace(run, task=kept, proposals=0)
    found = within.insisting(task.n - known.score.not_placed, firsts, keeps=True).grouping
    run.proposals += within.proposals
    best = min(known, Incumbent(score(task, found), found), key=lambda one: one.score)
    return downhill(task, best, run.clock)


def held(task: Task, who: Settled) -> list[Term]:
    """Demands that as many of each standing are placed as in ``who``."""
    if task.standing is None:
        return []
    inside = who.grouping.assignment != who.grouping.outside
    allowed = np.ones((task.n, task.groups + 1), dtype=np.bool_)
    totals: list[Term] = []
    for value in np.unique(task.standing):
        rows = task.standing == value
        count = int(np.count_nonzero(inside & rows))
        if count == 0:
            allowed[rows, :-1] = False
        elif count == np.count_nonzero(rows):
            allowed[rows, -1] = False
        else:
            name = f"standing {value}"
            totals.append(
                Total(name=name, value=rows.astype(np.int64), low=count, high=count, price=None)
            )
    return [Place(name="standing", allowed=allowed), *totals]


def _briefly(run: Search) -> Search:
    """The same search with less work: only where it begins depends on it."""
    work, now = run.work, run.clock.elapsed()
    seconds = None if work.seconds is None else now + (work.seconds - now) / 3
    less = replace(work, starts=min(work.starts, FIRST_STARTS), seconds=seconds)
    return replace(run, work=less)
