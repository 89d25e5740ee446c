"""A task as a CP-SAT model: every term posted, the musts demanded."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from solver.enough import Alike
from solver.exact.cp_sat import cp_model
from solver.exact.posted import Posted
from solver.exact.stoppable import stoppable_solver
from solver.exact.variables import Linear, Variables, total
from solver.task import Task
from solver.terms import Term


class Posting(Protocol):
    """What the module of a posting has; it is called as the module of its term.

    It may also have ``demand(term, v)``: that nothing of the term is broken, said more strongly
    than that its breaches are none.
    """

    def post(self, term: Term, v: Variables) -> Posted:
        """The breaches and the amount of the term."""


def posting_of(kind: type[Term]) -> Posting:
    """The posting of a kind of term. Raises ModuleNotFoundError where there is none."""
    return cast("Posting", import_module(f"solver.exact.{kind.module_name()}"))


def post_musts(v: Variables) -> None:
    """Demands that nothing hard is broken."""
    for term in v.task.terms:
        if term.is_hard:
            posting = posting_of(type(term))
            demand = getattr(posting, "demand", None)
            if demand is None:
                _demand_none(posting.post(term, v).all_breaches, v)
            else:
                demand(term, v)


def _demand_none(breaches: Linear, v: Variables) -> None:
    if not isinstance(breaches, int):
        v.model.add(breaches == 0)
    elif breaches:
        v.model.add_bool_or([])


def levels(v: Variables) -> list[Linear]:
    """The levels of the score below the breaches, each to be made as small as may be in turn.

    The lots come last.
    """
    own = points(v)
    found = [not_placed(v), groups_off(v), *standing(v), worst(v, own)]
    if v.task.alike is not None:
        found.append(above_bound(v, v.task.alike))
    return [*found, total(own), lot(v)]


def standing(v: Variables) -> list[Linear]:
    """Minus the placed rows of each standing, the highest first; or how far below a floor."""
    task, outside = v.task, v.task.groups
    if task.standing is None:
        return []
    if task.floor is None:
        placed = [(int(one), 1 - v.is_in(i, outside)) for i, one in enumerate(task.standing)]
        highest_first = sorted({one for one, _ in placed}, reverse=True)
        return [-total([seat for one, seat in placed if one == value]) for value in highest_first]
    count = total([int(one) * (1 - v.is_in(i, outside)) for i, one in enumerate(task.standing)])
    most = sum(abs(int(one)) for one in task.standing)
    return [v.above(task.floor - count, 0, abs(task.floor) + most)]


def above_bound(v: Variables, alike: Alike) -> Linear:
    """Points of the wishes of likeness above what they may cost."""
    wishes = [term for term in v.task.terms if term.name in v.task.alike_terms]
    most = sum((term.price or 0) * term.largest(v.task.n) for term in wishes)
    return v.above(total(priced(v, wishes)), alike.bound, most)


def points(v: Variables) -> list[Linear]:
    """Points of all wishes, per group and (the last entry) in none.

    Without those that count as likeness up to a level.
    """
    return priced(v, [term for term in v.task.terms if term.name not in v.task.alike_terms])


def priced(v: Variables, terms: Sequence[Term]) -> list[Linear]:
    """(K+1,) price × amount over the priced ones of ``terms``, which count in one level.

    What their amounts per member leave in a group is divided once: see :mod:`solver.score`. So the
    numbers in the model stay small, which the whole of it before dividing would not.
    """
    parts, left, most = v.none_per_group(), v.none_per_group(), 0
    for term in terms:
        if term.price:
            found = posting_of(type(term)).post(term, v)
            parts = [p + term.price * a for p, a in zip(parts, found.amount, strict=True)]
            if found.rest:
                left = [p + term.price * r for p, r in zip(left, found.rest, strict=True)]
                most += term.price
    if most:
        for group in range(v.task.groups):
            share, _ = v.per_member(group, left[group], 0, most)
            parts[group] += share
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
    return sum(int(x) * (1 - v.is_in(row, outside)) for row, x in enumerate(v.task.last))


def new_solver(
    seed: int, deterministic_limit: float, seconds: float | None = None, *, presolve: bool = True
) -> cp_model.CpSolver:
    """One worker and deterministic time: the same answer everywhere.

    ``seconds`` of wall clock, where there is a limit: what is proven within them is the same too.
    ``presolve`` False: the model is searched as it stands. No limit holds for a presolve, and of
    wide sums, as wishes make them, it can take any time and memory.
    """
    solver = stoppable_solver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed % (2**31)
    solver.parameters.max_deterministic_time = deterministic_limit
    solver.parameters.cp_model_presolve = presolve
    if seconds is not None:
        solver.parameters.max_time_in_seconds = max(seconds, 0.0)
    return solver


def is_too_large(task: Task, most: int) -> bool:
    """Whether there are too many seats to post."""
    return task.n * task.groups > most
