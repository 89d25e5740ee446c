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
from solver.problem import Problem
from solver.score import Score, score
from solver.search.local import Clock, Incumbent, Progress, search
from solver.search.schedule import STEPS, WORK, Work
from solver.solution import Effort, Solution, Status, Story

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
    problem: Problem,
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
    if problem.n <= SMALL and start is None and time_limit is None:
        exact = optimise(problem, seed=seed, deterministic_limit=EXACT_WORK)
        if exact.proven_infeasible:
            raise InfeasibleError(find_conflict(problem))
        if exact.solution is not None and exact.solution.status is Status.OPTIMAL:
            return _checked(problem, exact.solution)
    cores = workers or _cores()
    work = WORK[effort] if time_limit is None else _fitted(problem, clock, cores)
    found, proposals, incumbents = search(
        problem, seed=seed, work=work, clock=clock, first=start, workers=cores, progress=progress
    )
    if found.score.hard > 0:
        found = _with_help(problem, seed, work, clock, progress)
    elif _may_place_more(problem, found.score) and time_limit is None and not clock.cut_short:
        found = _with_more(problem, seed, work, clock, found)
    story = Story(
        engine="local search",
        starts=work.starts,
        proposals=proposals,
        seconds=time.monotonic() - began,
        reproducible=not clock.cut_short and time_limit is None,
        incumbents=incumbents,
    )
    return _checked(problem, Solution(found.grouping, found.score, Status.FEASIBLE, story))


def any_grouping(problem: Problem, *, deterministic_limit: float = VERDICT) -> Grouping | None:
    """A grouping that meets every hard term, whatever its points.

    None: there is none, or the time was too short to find it.
    """
    return find_any(problem, deterministic_limit=deterministic_limit).grouping


def _with_help(
    problem: Problem, seed: int, work: Work, clock: Clock, progress: Progress | None
) -> Incumbent:
    """A composition by CP-SAT where the search itself found none, and the search from there."""
    first = find_start(problem, seed=seed, deterministic_limit=EXACT_WORK)
    if first.proven_infeasible:
        raise InfeasibleError(find_conflict(problem))
    if first.grouping is None:
        raise NothingFoundError
    given = Incumbent(score(problem, first.grouping), first.grouping)
    if clock.over():
        return given
    one = replace(work, starts=1)
    found, _, _ = search(
        problem, seed=seed, work=one, clock=clock, first=first.grouping, progress=progress
    )
    return min(given, found, key=lambda incumbent: incumbent.score)


def _may_place_more(problem: Problem, found: Score) -> bool:
    """Whether there is room for somebody who is outside, and the problem is small enough to try."""
    room = min(problem.places.high, int(problem.high.sum()), problem.n)
    return found.not_placed > problem.n - room and problem.n * problem.groups <= MOST_SEATS


def _with_more(
    problem: Problem, seed: int, work: Work, clock: Clock, found: Incumbent
) -> Incumbent:
    """A search from what CP-SAT can place, where that is more people.

    The search opens a closed group one row at a time, which under many musts it may never finish.
    """
    first = find_start(problem, seed=seed, deterministic_limit=MORE_WORK)
    if first.grouping is None:
        return found
    given = Incumbent(score(problem, first.grouping), first.grouping)
    if given.score.not_placed >= found.score.not_placed:
        return found
    one = replace(work, starts=1)
    better, _, _ = search(problem, seed=seed, work=one, clock=clock, first=first.grouping)
    return min(found, given, better, key=lambda incumbent: incumbent.score)


def _fitted(problem: Problem, clock: Clock, cores: int) -> Work:
    """Searches that cool by the clock, and leave some time for the last descent."""
    left = max((clock.deadline or 0.0) - time.monotonic(), 0.0)
    chunk = min(PER_CHUNK, MOST_IN_CHUNK // problem.n + 1)
    return Work(starts=cores, per_row=chunk * STEPS, seconds=clock.elapsed() + left * SPARE)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _checked(problem: Problem, solution: Solution) -> Solution:
    check(problem, solution)
    return solution
