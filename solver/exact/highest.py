"""The people with the highest sum of standings that the musts let in, whatever else they cost."""

from __future__ import annotations

from solver.exact.cp_sat import cp_model
from solver.exact.ladder import Settled
from solver.exact.model import groups_off, new_solver, not_placed, post_musts
from solver.exact.variables import Linear, Variables, total
from solver.grouping import Grouping
from solver.score import score
from solver.task import Task


def highest_sum(task: Task, known: Grouping, *, seed: int, deterministic_limit: float) -> Settled:
    """A grouping that breaks nothing, with as many placed in as many groups as ``known``.

    ``known`` breaks nothing; it is the answer where nothing higher is found. Of a task with
    standing.
    """
    now = score(task, known)
    v = Variables(task)
    post_musts(v)
    v.model.add(not_placed(v) <= now.not_placed)
    v.model.add(groups_off(v) <= now.groups_off)
    v.model.maximize(_placed_sum(v))
    v.hint(known)
    solver = new_solver(seed, deterministic_limit)
    status = solver.solve(v.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Settled(known, proven=False)
    return Settled(v.extract(solver), proven=status == cp_model.OPTIMAL)


def _placed_sum(v: Variables) -> Linear:
    """The sum of the standings of who is placed."""
    standing, outside = v.task.standing, v.task.groups
    if standing is None:
        return 0
    return total([int(one) * (1 - v.is_in(i, outside)) for i, one in enumerate(standing)])
