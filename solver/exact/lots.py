"""The smallest sum of lots at the same score: where people fit equally well, the lot decides."""

from __future__ import annotations

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.model import levels, new_solver, post_musts
from solver.exact.variables import Variables
from solver.grouping import Grouping
from solver.score import Score
from solver.task import Task

MOST_SEATS, MOST_PAIRS = 6_000, 1_500
"""Rows × groups, and pairs × groups where a wish is about pairs, up to which a model is made."""


def may_be_smaller(task: Task, found: Score) -> bool:
    """Whether as many rows with smaller lots could be placed, and the model is small enough."""
    least = _least(task, found)
    pairs = any(term.compares and term.price for term in task.terms)
    size = task.n * (task.n - 1) // 2 if pairs else task.n
    return found.lot > least and size * task.groups <= (MOST_PAIRS if pairs else MOST_SEATS)


def _least(task: Task, found: Score) -> int:
    """The smallest lots of as many rows, of as many of each standing where that decides."""
    if task.standing is None or task.floor is not None:
        return int(np.sort(task.last)[: task.n - found.not_placed].sum())
    highest_first = np.unique(task.standing)[::-1]
    return sum(
        int(np.sort(task.lot[task.standing == one])[:-minus].sum()) if minus else 0
        for one, minus in zip(highest_first, found.standing, strict=True)
    )


def fewest_lots(task: Task, found: Grouping, now: Score, *, deterministic_limit: float) -> Grouping:
    """The grouping with the smallest lots of no worse score than ``now``, that of ``found``.

    ``found`` itself where the time is too short to find another.
    """
    v = Variables(task)
    post_musts(v)
    alike = (now.alike,) if task.alike is not None else ()
    bounds = (now.not_placed, now.groups_off, *now.standing, now.worst, *alike, now.points)
    *measures, lots = levels(v)
    for measure, bound in zip(measures, bounds, strict=True):
        if isinstance(measure, int):
            continue
        v.model.add(measure <= bound)
    v.model.minimize(lots)
    v.hint(found)
    solver = new_solver(0, deterministic_limit)
    if solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return v.extract(solver)
    return found
