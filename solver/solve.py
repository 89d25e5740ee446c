"""The front door: picks, runs and reports."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import TypeVar

import numpy as np

from solver.check import CheckError, check
from solver.conflict import InfeasibleError
from solver.exact.feasible import find_any
from solver.exact.ladder import Settled
from solver.exact.lots import fewest_lots, may_be_smaller
from solver.exact.optimise import optimise
from solver.grouping import Grouping
from solver.how_far import HowFar
from solver.placing import EXACT_WORK, Search, best_found
from solver.score import score
from solver.search.divisions import best_partition, is_small
from solver.search.improvements import of_all
from solver.search.incumbent import Incumbent
from solver.search.local import Progress, downhill
from solver.search.schedule import STEPS, Work, by_the_clock, work_of
from solver.search.stopwatch import Clock
from solver.sizes import most_placed
from solver.solution import Effort, Solution, Status, Story
from solver.standing_first import seated, who_first
from solver.task import Task

T = TypeVar("T")
SMALL = 9
"""Up to so many rows the best composition is proven."""
FEW_ALIKE, ALIKE_WORK = 12, 3.0
"""Rows up to which what is alike enough is proven where it can be, and deterministic seconds for
each level: not every division can be tried there."""
LOT_WORK = 1.0
"""Deterministic seconds for the smallest lots at the same points."""
VERDICT = 3.0
"""Deterministic seconds for whether the hard terms can be met at all."""
PER_CHUNK, MOST_IN_CHUNK = 64, 100_000
"""Proposals a row, and in all, between two looks at the clock, where a time limit is given."""
FOR_PROOF = 0.5
"""Share of a time limit after which nine people are searched, and no longer proven."""
SPARE = 0.9
"""Share of a time limit for the annealing; the rest is for the last descent."""


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

    ``time_limit`` in seconds of wall clock; it ends before it where nothing can be better: of few
    rows the answer is proven, and is then the same as without a limit. ``start`` begins from a
    given grouping. The answer does not depend on ``workers``. Raises InfeasibleError (proven) or
    NothingFoundError.
    """
    began = time.monotonic()
    deadline = None if time_limit is None else began + time_limit
    clock = Clock(stop or Event(), deadline, began)
    cores = workers or all_cores()
    counted = time_limit is None or is_small(task)
    work = work_of(effort, task.n) if counted else _fitted(task, clock, cores)
    run = Search(task, seed, work, clock, cores, HowFar(progress) if progress else None)
    exactly = task.n <= SMALL and start is None
    first = () if start is None else (start,)
    who: Settled | None = None
    if task.margin and task.floor is None:
        who = _who(replace(run, task=replace(task, margin=0)), first, exactly=exactly)
        run.task = with_floor(task, who.grouping)
    # a floor is as proven as those are from whom it follows, even where it is met
    if exactly and (solution := _exact(run)) is not None:
        known = who is None or who.proven
        return _checked(task, replace(solution, standing_proven=known))
    found, status, proven = _found(run, first, who)
    proven = proven if who is None else who.proven
    if run.progress:
        run.progress.ended(found.score)
    story = Story(
        engine="local search",
        starts=work.starts,
        proposals=run.proposals,
        seconds=time.monotonic() - began,
        reproducible=not clock.cut_short and counted,
        incumbents=tuple(run.incumbents),
        by_work=of_all(run.searches, found.score),
    )
    bound = found.score.points if status is Status.OPTIMAL else None
    solution = Solution(
        found.grouping, found.score, status, story, bound, proven, floor=run.task.floor
    )
    return _checked(task, solution)


def _exact(run: Search) -> Solution | None:
    """The best of all by CP-SAT; None where the time was too short to prove it."""
    clock, deadline = run.clock, None
    if clock.deadline is not None:
        deadline = time.monotonic() + (clock.deadline - time.monotonic()) * FOR_PROOF
    exact = optimise(run.task, seed=run.seed, deterministic_limit=EXACT_WORK, deadline=deadline)
    if exact.proven_infeasible:
        raise InfeasibleError(run.task)
    optimal = exact.solution is not None and exact.solution.status is Status.OPTIMAL
    return exact.solution if optimal else None


def _who(run: Search, first: tuple[Grouping, ...], *, exactly: bool) -> Settled:
    """Who comes first by standing alone."""
    if exactly and (solution := _exact(run)) is not None:
        return Settled(solution.grouping, proven=True)
    if is_small(run.task):
        best = best_partition(run.task)
        if best is None:
            raise InfeasibleError(run.task)
        return Settled(best.grouping, proven=True)
    who = who_first(run, first)
    if score(run.task, who.grouping).hard > 0:
        raise NothingFoundError
    return who


def _found(
    run: Search, first: tuple[Grouping, ...], who: Settled | None
) -> tuple[Incumbent, Status, bool]:
    """What the search finds, of few people the best of all; and whether standing is proven.

    ``who``: who comes first by standing, where that is known already: the floor follows from them.
    """
    task, proven = run.task, True
    if is_small(task):
        found = run.insisting(most_placed(task), first)
        if not run.clock.stop.is_set():
            return _best_of_all(task, found), Status.OPTIMAL, proven
    if task.standing is not None:
        settled = who or _who(run, first, exactly=False)
        found = seated(run, settled)
        proven = settled.proven if task.floor is None else found.score.standing == (0,)
    else:
        found = _best(run, first)
    if not run.clock.over() and may_be_smaller(task, found.score):
        found = _kept(run, _with_lots, found) or found
    if task.alike is not None and task.n <= FEW_ALIKE and run.work.seconds is None:
        found, status = _kept(run, _alike, found) or (found, Status.FEASIBLE)
        return found, status, proven or status is Status.OPTIMAL
    return found, Status.FEASIBLE, proven


def _kept(run: Search, further: Callable[[Search, Incumbent], T], found: Incumbent) -> T | None:
    """What goes further from ``found``; None at Ctrl-C: then that is kept, and nothing follows."""
    try:
        return further(run, found)
    except KeyboardInterrupt:
        run.clock.stop.set()
        run.clock.over()  # it was cut short
        return None


def _alike(run: Search, found: Incumbent) -> tuple[Incumbent, Status]:
    """``found``, or what CP-SAT finds from there; and whether that is proven the best."""
    if run.clock.over():
        return found, Status.FEASIBLE
    exact = optimise(
        run.task, seed=run.seed, deterministic_limit=ALIKE_WORK, hint=found.grouping
    ).solution
    if exact is None:
        return found, Status.FEASIBLE
    best = Incumbent(exact.score, exact.grouping) if exact.score < found.score else found
    return best, exact.status


def _best(run: Search, first: tuple[Grouping, ...]) -> Incumbent:
    """The best that was found and breaks nothing."""
    found = best_found(run, first)
    if found.score.hard > 0:
        raise NothingFoundError
    return found


def with_floor(task: Task, first: Grouping) -> Task:
    """The task with the floor that follows from its margin and the best answer by standing."""
    standing = task.standing if task.standing is not None else np.empty(0, dtype=np.int64)
    best = int(standing[first.assignment != first.outside].sum())
    return replace(task, floor=best - task.margin)


def _with_lots(run: Search, found: Incumbent) -> Incumbent:
    """``found``, or as good a grouping of people with smaller lots."""
    task = run.task
    other = fewest_lots(task, found.grouping, found.score, deterministic_limit=LOT_WORK)
    given = Incumbent(score(task, other), other)
    return downhill(task, given, run.clock) if given.score < found.score else found


def any_grouping(task: Task, *, deterministic_limit: float = VERDICT) -> Grouping | None:
    """A grouping that meets every hard term, whatever its points.

    None: there is none, or the time was too short to find it.
    """
    return find_any(task, deterministic_limit=deterministic_limit).grouping


def _best_of_all(task: Task, found: Incumbent) -> Incumbent:
    """``found``, where nothing is better among all groupings of few people; else what is."""
    best = best_partition(task)
    if best is None:
        raise InfeasibleError(task)
    return Incumbent(best.score, best.grouping) if best.score < found.score else found


def _fitted(task: Task, clock: Clock, cores: int) -> Work:
    """Searches that cool by the clock, and leave some time for the last descent."""
    left = max((clock.deadline or 0.0) - time.monotonic(), 0.0)
    chunk = min(PER_CHUNK, MOST_IN_CHUNK // task.n + 1)
    now = clock.elapsed()
    return by_the_clock(task.n, chunk * STEPS, cores, now, now + left * SPARE)


def all_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _checked(task: Task, solution: Solution) -> Solution:
    if check(task, solution).hard > 0:
        raise CheckError("an answer breaks what must hold")
    return solution
