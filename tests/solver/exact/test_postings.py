"""Every posting states what its term's definition states: CP-SAT with a fixed grouping."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from solver.exact.feasible import is_feasible
from solver.exact.model import post_musts, posting_of
from solver.exact.variables import Linear, Variables
from solver.grouping import Grouping
from solver.places import Places
from solver.score import structural_breaches
from solver.task import Task
from solver.terms import TERMS, Apart, Term
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
    found = posting_of(kind).post(term, v)
    v.fix(grouping)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    charge = term.defined(grouping)
    assert [value(solver, b) for b in found.breaches] == charge.breaches.tolist()
    amounts = [(term.price or 0) * value(solver, a) for a in found.amount]
    assert amounts == charge.points.tolist()
    again = v.extract(solver)
    assert (again.assignment == grouping.assignment).all()


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
