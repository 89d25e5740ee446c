"""What if: a grouping under a few more demands, going on from where it is."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from solver.alternatives.wanted import Wanted
from solver.grouping import Grouping
from solver.solution import Effort, Solution
from solver.solve import solve
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

    Raises InfeasibleError, with a conflict in which what is wanted has the owner "wanted"; or
    NothingFoundError.
    """
    asked = replace(task, terms=(*task.terms, *wanted.terms(task, here)))
    return solve(asked, seed=seed, effort=effort, start=here, stop=stop, workers=workers)
