"""A first composition that breaks nothing, where the search finds none by itself."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from solver.exact.model import new_solver, not_placed, post_musts
from solver.exact.variables import Variables
from solver.grouping import Grouping
from solver.task import Task


@dataclass(frozen=True)
class FirstGrouping:
    """``grouping`` None: none was found in the time, or none exists (then proven).

    ``work``: deterministic seconds it took.
    """

    grouping: Grouping | None
    proven_infeasible: bool
    work: float = 0.0


def find_start(task: Task, *, seed: int, deterministic_limit: float) -> FirstGrouping:
    """A grouping without breaches that leaves few outside."""
    v = Variables(task)
    post_musts(v)
    v.model.minimize(not_placed(v))
    solver = new_solver(seed, deterministic_limit)
    status = solver.solve(v.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return FirstGrouping(v.extract(solver), proven_infeasible=False)
    return FirstGrouping(None, proven_infeasible=status == cp_model.INFEASIBLE)


def find_any(task: Task, *, deterministic_limit: float) -> FirstGrouping:
    """Any grouping without breaches; nothing is made small."""
    v = Variables(task)
    post_musts(v)
    solver = new_solver(0, deterministic_limit)
    status = solver.solve(v.model)
    work = float(solver.response_proto.deterministic_time)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return FirstGrouping(v.extract(solver), proven_infeasible=False, work=work)
    return FirstGrouping(None, proven_infeasible=status == cp_model.INFEASIBLE, work=work)


def is_feasible(task: Task, *, deterministic_limit: float) -> bool | None:
    """Whether any grouping breaks nothing; None where the time was too short to know."""
    found = find_any(task, deterministic_limit=deterministic_limit)
    if found.grouping is not None:
        return True
    return False if found.proven_infeasible else None
