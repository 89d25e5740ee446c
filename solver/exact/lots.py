"""The smallest sum of lots at the same score: where people fit equally well, the lot decides."""

from __future__ import annotations

from ortools.sat.python import cp_model

from solver.exact.model import groups_off, lot, new_solver, not_placed, points, post_musts, worst
from solver.exact.variables import Variables, total
from solver.grouping import Grouping
from solver.score import Score
from solver.task import Task

MOST_SEATS, MOST_PAIRS = 6_000, 1_500
"""Rows × groups, and pairs × groups where a wish is about pairs, up to which a model is made."""


def may_be_smaller(task: Task, found: Score) -> bool:
    """Whether as many rows with smaller lots could be placed, and the model is small enough."""
    placed = task.n - found.not_placed
    least = int(sum(sorted(task.lot.tolist())[:placed]))
    pairs = any(term.compares and term.price for term in task.terms)
    size = task.n * (task.n - 1) // 2 if pairs else task.n
    return found.lot > least and size * task.groups <= (MOST_PAIRS if pairs else MOST_SEATS)


def fewest_lots(
    task: Task, found: Grouping, levels: Score, *, deterministic_limit: float
) -> Grouping:
    """The grouping with the smallest lots of no worse score than ``levels``, that of ``found``.

    ``found`` itself where the time is too short to find another.
    """
    v = Variables(task)
    post_musts(v)
    own = points(v)
    bounds = (levels.not_placed, levels.groups_off, levels.worst, levels.points)
    measures = (not_placed(v), groups_off(v), worst(v, own), total(own))
    for measure, bound in zip(measures, bounds, strict=True):
        if isinstance(measure, int):
            continue
        v.model.add(measure <= bound)
    v.model.minimize(lot(v))
    v.hint(found)
    solver = new_solver(0, deterministic_limit)
    if solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return v.extract(solver)
    return found
