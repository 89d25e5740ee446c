"""What if: a grouping under a few more demands, going on from where it is."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from solver.alternatives.nearby import COPIES, nearby
from solver.alternatives.wanted import Wanted
from solver.check import check
from solver.grouping import Grouping
from solver.search.incumbent import Incumbent
from solver.search.stopwatch import Clock
from solver.solution import Effort, Solution, Status, Story
from solver.solve import all_cores, solve
from solver.task import Task


def what_if(
    task: Task,
    here: Grouping,
    wanted: Wanted,
    *,
    seed: int = 0,
    effort: Effort = Effort.QUICK,
    stop: Event | None = None,
    workers: int | None = None,
) -> Solution:
    """A checked answer to the task that meets what is wanted too, found from ``here`` on.

    Quick, it stays close: few sit elsewhere than ``here``. With more effort what is better comes
    instead, wherever everybody sits then. What is proven of an answer is so among those that meet
    what is wanted. Raises InfeasibleError, with a conflict in which what is wanted has the owner
    "wanted"; or NothingFoundError.
    """
    asked = _asking(task, here, wanted)
    if asked.margin and asked.floor is None:
        # how good is good enough must be known before anything can stay close
        return solve(asked, seed=seed, effort=effort, start=here, stop=stop, workers=workers)
    clock = Clock(stop or Event(), None)
    close, proposals = nearby(
        _asking(task, here, wanted.close_to(here)),
        here,
        seed=seed,
        clock=clock,
        workers=workers or all_cores(),
    )
    found = [_told(asked, close, proposals, clock)] if close.score.hard == 0 else []
    if not found or (effort is not Effort.QUICK and not clock.over()):
        start = close.grouping
        found.append(
            solve(asked, seed=seed, effort=effort, start=start, stop=stop, workers=workers)
        )
    return min(found, key=lambda one: one.score)


def _asking(task: Task, here: Grouping, wanted: Wanted) -> Task:
    return replace(task, terms=(*task.terms, *wanted.terms(task, here)))


def _told(task: Task, close: Incumbent, proposals: int, clock: Clock) -> Solution:
    """What was found close by as an answer, checked; of which nothing is proven."""
    seconds, whole = clock.elapsed(), not clock.cut_short
    by_work = ((1.0, close.score),)
    story = Story("local search", COPIES, proposals, seconds, reproducible=whole, by_work=by_work)
    solution = Solution(
        close.grouping,
        close.score,
        Status.FEASIBLE,
        story,
        standing_proven=task.standing is None,
        floor=task.floor,
    )
    check(task, solution)
    return solution
