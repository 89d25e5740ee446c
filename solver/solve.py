"""The front door: picks, runs and reports."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from threading import Event

from solver.check import check
from solver.conflict import Conflict, find_conflict
from solver.exact.feasible import find_any, find_start
from solver.exact.optimise import optimise
from solver.grouping import Grouping
from solver.score import Score, score
from solver.search.local import Clock, Incumbent, Progress, search
from solver.search.schedule import STEPS, WORK, Work
from solver.solution import Effort, Solution, Status, Story
from solver.task import Task

SMALL = 9
"""Up to so many rows the best composition is proven."""
EXACT_WORK = 20.0
"""Deterministic seconds of CP-SAT for a proof or a first composition."""
VERDICT = 3.0
"""Deterministic seconds for whether the hard terms can be met at all."""
PER_CHUNK, MOST_IN_CHUNK = 64, 100_000
"""Proposals a row, and in all, between two looks at the clock, where a time limit is given."""
MORE_WORK, MOST_SEATS = 3.0, 6_000
"""Deterministic seconds to place more people than the search did, and rows × groups at the most."""
SPARE = 0.9
"""Share of a time limit for the annealing; the rest is for the last descent."""


class InfeasibleError(Exception):
    """It is proven that no grouping meets the hard terms."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__("no grouping meets the hard terms")
        self.conflict = conflict


class NothingFoundError(Exception):
    """Stopped before any grouping met the hard terms."""


def solve(
    task: Task,
    *,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    time_limit: float | None = None,
    start: Grouping | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
    workers: int | None = None,
) -> Solution:
    """A checked grouping that meets every hard term, as good as the effort allows.

    ``time_limit`` in seconds of wall clock; ``start`` begins from a given grouping. The answer
    does not depend on ``workers``. Raises InfeasibleError (proven) or NothingFoundError.
    """
    began = time.monotonic()
    deadline = None if time_limit is None else began + time_limit
    clock = Clock(stop or Event(), deadline, began)
    if task.n <= SMALL and start is None and time_limit is None:
        exact = optimise(task, seed=seed, deterministic_limit=EXACT_WORK)
        if exact.proven_infeasible:
            raise InfeasibleError(find_conflict(task))
        if exact.solution is not None and exact.solution.status is Status.OPTIMAL:
            return _checked(task, exact.solution)
    cores = workers or _cores()
    work = WORK[effort] if time_limit is None else _fitted(task, clock, cores)
    found, proposals, incumbents = search(
        task, seed=seed, work=work, clock=clock, first=start, workers=cores, progress=progress
    )
    if found.score.hard > 0:
        found = _with_help(task, seed, work, clock, progress)
    elif _may_place_more(task, found.score) and time_limit is None and not clock.cut_short:
        found = _with_more(task, seed, work, clock, found)
    story = Story(
        engine="local search",
        starts=work.starts,
        proposals=proposals,
        seconds=time.monotonic() - began,
        reproducible=not clock.cut_short and time_limit is None,
        incumbents=incumbents,
    )
    return _checked(task, Solution(found.grouping, found.score, Status.FEASIBLE, story))


def any_grouping(task: Task, *, deterministic_limit: float = VERDICT) -> Grouping | None:
    """A grouping that meets every hard term, whatever its points.

    None: there is none, or the time was too short to find it.
    """
    return find_any(task, deterministic_limit=deterministic_limit).grouping


def _with_help(
    task: Task, seed: int, work: Work, clock: Clock, progress: Progress | None
) -> Incumbent:
    """A composition by CP-SAT where the search itself found none, and the search from there."""
    first = find_start(task, seed=seed, deterministic_limit=EXACT_WORK)
    if first.proven_infeasible:
        raise InfeasibleError(find_conflict(task))
    if first.grouping is None:
        raise NothingFoundError
    given = Incumbent(score(task, first.grouping), first.grouping)
    if clock.over():
        return given
    one = replace(work, starts=1)
    found, _, _ = search(
        task, seed=seed, work=one, clock=clock, first=first.grouping, progress=progress
    )
    return min(given, found, key=lambda incumbent: incumbent.score)


def _may_place_more(task: Task, found: Score) -> bool:
    """Whether there is room for somebody who is outside, and the task is small enough to try."""
    room = min(task.places.high, int(task.high.sum()), task.n)
    return found.not_placed > task.n - room and task.n * task.groups <= MOST_SEATS


def _with_more(task: Task, seed: int, work: Work, clock: Clock, found: Incumbent) -> Incumbent:
    """A search from what CP-SAT can place, where that is more people.

    The search opens a closed group one row at a time, which under many musts it may never finish.
    """
    first = find_start(task, seed=seed, deterministic_limit=MORE_WORK)
    if first.grouping is None:
        return found
    given = Incumbent(score(task, first.grouping), first.grouping)
    if given.score.not_placed >= found.score.not_placed:
        return found
    one = replace(work, starts=1)
    better, _, _ = search(task, seed=seed, work=one, clock=clock, first=first.grouping)
    return min(found, given, better, key=lambda incumbent: incumbent.score)


def _fitted(task: Task, clock: Clock, cores: int) -> Work:
    """Searches that cool by the clock, and leave some time for the last descent."""
    left = max((clock.deadline or 0.0) - time.monotonic(), 0.0)
    chunk = min(PER_CHUNK, MOST_IN_CHUNK // task.n + 1)
    return Work(starts=cores, per_row=chunk * STEPS, seconds=clock.elapsed() + left * SPARE)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _checked(task: Task, solution: Solution) -> Solution:
    check(task, solution)
    return solution
