"""A first composition that breaks nothing, where the search finds none by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.model import groups_off, new_solver, not_placed, post_musts
from solver.exact.variables import Linear, Variables, total
from solver.grouping import Grouping
from solver.score import score
from solver.task import Task


@dataclass(frozen=True)
class FirstGrouping:
    """``grouping`` None: none was found in the time, or none exists (then proven).

    ``work``: deterministic seconds it took.
    """

    grouping: Grouping | None
    proven_infeasible: bool
    work: float = 0.0


def find_start(
    task: Task, *, seed: int, deterministic_limit: float, hint: Grouping | None = None
) -> FirstGrouping:
    """A grouping without breaches that leaves few outside, with about as many groups as wished.

    ``hint``: one that is known.
    """
    v = Variables(task)
    post_musts(v)
    v.model.minimize(counted(v))
    if hint is not None:
        v.hint(hint)
    solver = new_solver(seed, deterministic_limit)
    status = solver.solve(v.model)
    work = float(solver.response_proto.deterministic_time)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return FirstGrouping(v.extract(solver), proven_infeasible=False, work=work)
    return FirstGrouping(None, proven_infeasible=status == cp_model.INFEASIBLE, work=work)


def others_like(
    task: Task, first: Grouping, count: int, *, seed: int, deterministic_limit: float
) -> list[Grouping]:
    """Up to ``count`` groupings without breaches, as good in numbers as ``first``, far apart.

    Each is what a random preference for seats makes of the demands, so that a search that cannot
    cross a breach begins in several places. ``deterministic_limit`` is for each.
    """
    draw = np.random.Generator(np.random.PCG64(seed))
    v = Variables(task)
    post_musts(v)
    now = score(task, first)
    v.model.add(counted(v) <= _weight(task) * now.not_placed + now.groups_off)
    v.hint(first)
    found: list[Grouping] = []
    for _ in range(count):
        liked = draw.integers(0, 100, (task.n, task.groups))
        v.model.minimize(
            total([int(liked[i, g]) * v.is_in(i, g) for i, g in np.ndindex(*liked.shape)])
        )
        solver = new_solver(seed, deterministic_limit)
        if solver.solve(v.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            break
        found.append(v.extract(solver))
    return found


def counted(v: Variables) -> Linear:
    """Rows outside, then groups too many or too few."""
    return _weight(v.task) * not_placed(v) + groups_off(v)


def _weight(task: Task) -> int:
    """More than groups can be off."""
    return task.groups + task.wished_groups + 1


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
