"""The best composition, proven, level by level of the score."""

from __future__ import annotations

import time
from dataclasses import dataclass

from solver.exact.cp_sat import cp_model
from solver.exact.model import levels, new_solver, post_musts
from solver.exact.variables import Variables
from solver.grouping import Grouping
from solver.score import score
from solver.solution import Solution, Status, Story
from solver.task import Task


@dataclass(frozen=True)
class ExactResult:
    """``solution`` None: nothing was found in the time, or nothing exists (then proven)."""

    solution: Solution | None
    proven_infeasible: bool


def optimise(
    task: Task,
    *,
    seed: int,
    deterministic_limit: float,
    hint: Grouping | None = None,
    deadline: float | None = None,
) -> ExactResult:
    """Minimises the levels of the score in turn; optimal when each is proven.

    ``deterministic_limit`` is for each level; it begins from ``hint``. ``deadline``: the moment of
    ``time.monotonic()`` at which it ends with what it has.
    """
    began = time.monotonic()
    v = Variables(task)
    post_musts(v)
    if hint is not None:
        v.hint(hint)
    best: Grouping | None = None
    proven = True
    for level in levels(v):
        v.model.minimize(level)
        left = None if deadline is None else deadline - time.monotonic()
        solver = new_solver(seed, deterministic_limit, left, presolve=False)
        status = solver.solve(v.model)
        if status == cp_model.INFEASIBLE and best is None:
            return ExactResult(None, proven_infeasible=True)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            proven = False
            break
        best = v.extract(solver)
        proven = proven and status == cp_model.OPTIMAL
        v.model.add(level <= round(solver.objective_value))
        v.hint(best)
    if best is None:
        return ExactResult(None, proven_infeasible=False)
    true = score(task, best)
    story = Story("CP-SAT", 1, 0, time.monotonic() - began, reproducible=True)
    status_ = Status.OPTIMAL if proven else Status.FEASIBLE
    bound = true.points if proven else None
    solution = Solution(best, true, status_, story, bound, floor=task.floor)
    return ExactResult(solution, proven_infeasible=False)
