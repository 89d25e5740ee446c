"""Every posting states what its term's definition states: CP-SAT with a fixed grouping."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from solver.exact.feasible import is_feasible
from solver.exact.model import levels, post_musts, posting_of, priced
from solver.exact.variables import Linear, Variables, total
from solver.grouping import Grouping
from solver.places import Places
from solver.score import points_by_group, score, structural_breaches
from solver.task import Task
from solver.terms import TERMS, Apart, Likeness, PairCost, Tally, Term
from tests.solver.strategies import groupings, tasks


def test_every_term_has_a_posting() -> None:
    for kind in TERMS:
        assert callable(posting_of(kind).post)


@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_posting_equals_definition(kind: type[Term], data: st.DataObject) -> None:
    task = data.draw(tasks(most=6, kinds=(kind,)))
    grouping = data.draw(groupings(task))
    if structural_breaches(task, grouping):
        return
    term = task.terms[0]
    v = Variables(task)
    found, wished = posting_of(kind).post(term, v), priced(v, task.terms)
    v.fix(grouping)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    charges = [term.defined(grouping) for term in task.terms]
    assert [value(solver, b) for b in found.breaches] == charges[0].breaches.tolist()
    amounts = [(task.terms[0].price or 0) * value(solver, a) for a in found.amount]
    assert amounts == charges[0].points.tolist()
    points = points_by_group(grouping, charges).tolist()
    assert [value(solver, part) for part in wished] == points
    again = v.extract(solver)
    assert (again.assignment == grouping.assignment).all()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_levels_are_those_of_the_score(data: st.DataObject) -> None:
    """Several wishes per member, which are divided once in a group, and once in a level."""
    task = data.draw(tasks(most=6, kinds=(Likeness, PairCost, Tally)))
    task = replace(task, margin=0, floor=None)
    grouping = data.draw(groupings(task))
    if structural_breaches(task, grouping) or not grouping.sizes().any():
        return
    v = Variables(task)
    stated = levels(v)
    v.fix(grouping)
    v.model.minimize(total(stated))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(v.model) == cp_model.OPTIMAL
    true = score(task, grouping)
    alike = [true.alike] if task.alike is not None else []
    expected = [true.not_placed, true.groups_off, *true.standing, true.worst, *alike, true.points]
    assert [value(solver, level) for level in stated] == [*expected, true.lot]


def value(solver: cp_model.CpSolver, expression: Linear) -> int:
    return expression if isinstance(expression, int) else int(solver.value(expression))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_musts_hold_exactly_where_nothing_is_broken(data: st.DataObject) -> None:
    """Fixing a grouping leaves the demands feasible if and only if the definitions find none."""
    task = data.draw(tasks(most=6))
    grouping = data.draw(groupings(task))
    broken = structural_breaches(task, grouping) + sum(
        int(term.charge(grouping).breaches.sum()) for term in task.terms
    )
    assert fixed_is_feasible(task, grouping) == (broken == 0)


def fixed_is_feasible(task: Task, grouping: Grouping) -> bool:
    v = Variables(task)
    post_musts(v)
    v.fix(grouping)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def test_a_clique_larger_than_the_number_of_groups_is_infeasible() -> None:
    edges = np.array([(i, j) for i in range(4) for j in range(i + 1, 4)])
    task = Task(
        n=9,
        low=np.full(3, 1),
        high=np.full(3, 9),
        terms=(Apart(name="a", n=9, edges=edges),),
        places=Places.everyone(9),
        lot=np.arange(9),
    )
    assert is_feasible(task, deterministic_limit=5) is False
