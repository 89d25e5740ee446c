"""A task as a CP-SAT model: every term posted, the musts demanded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ortools.sat.python import cp_model

from solver.exact.posted import Posted
from solver.exact.variables import Linear, Variables
from solver.task import Task
from solver.terms import Term, restated_in

ROOM = restated_in("solver.exact")
POSTINGS: dict[type[Term], Callable[[Any, Variables], Posted]] = {
    kind: module.post for kind, module in ROOM.items()
}
DEMANDS: dict[type[Term], Callable[[Any, Variables], None]] = {
    kind: module.demand for kind, module in ROOM.items() if hasattr(module, "demand")
}
"""Terms that are demanded in another way than that their breaches are zero."""


def post_musts(v: Variables) -> None:
    """Demands that nothing hard is broken."""
    for term in v.task.terms:
        if term.is_hard:
            DEMANDS.get(type(term), _unbroken)(term, v)


def _unbroken(term: Term, v: Variables) -> None:
    breaches = POSTINGS[type(term)](term, v).all_breaches
    if not isinstance(breaches, int):
        v.model.add(breaches == 0)
    elif breaches:
        v.model.add_bool_or([])


def points(v: Variables) -> list[Linear]:
    """Price × amount over all priced terms, per group and (the last entry) in none."""
    parts = v.none_per_group()
    for term in v.task.terms:
        if term.price:
            amounts = POSTINGS[type(term)](term, v).amount
            parts = [p + term.price * a for p, a in zip(parts, amounts, strict=True)]
    return parts


def worst(v: Variables, own: Sequence[Linear]) -> Linear:
    """At least the points (K+1,) of every open group, at most those of one: what a minimum is."""
    if not v.task.fair:
        return 0
    limit = sum((term.price or 0) * term.largest(v.task.n) for term in v.task.terms)
    most = v.model.new_int_var(-limit, limit, "")
    for group in range(v.task.groups):
        v.model.add(most >= own[group]).only_enforce_if(v.is_open(group))
    return most


def not_placed(v: Variables) -> Linear:
    """Rows outside every group."""
    return sum(v.is_in(row, v.task.groups) for row in range(v.task.n))


def groups_off(v: Variables) -> Linear:
    """Distance of the number of open groups to the wished one."""
    groups = v.task.groups
    off = v.model.new_int_var(0, groups + v.task.wished_groups, "")
    opened = sum(v.is_open(g) for g in range(groups))
    v.model.add_abs_equality(off, opened - v.task.wished_groups)
    return off


def lot(v: Variables) -> Linear:
    """Sum of the lots of the placed rows."""
    outside = v.task.groups
    return sum(int(x) * (1 - v.is_in(row, outside)) for row, x in enumerate(v.task.lot))


def new_solver(seed: int, deterministic_limit: float) -> cp_model.CpSolver:
    """One worker and deterministic time: the same answer everywhere."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed % (2**31)
    solver.parameters.max_deterministic_time = deterministic_limit
    return solver


def is_too_large(task: Task, most: int) -> bool:
    """Whether there are too many seats to post."""
    return task.n * task.groups > most
