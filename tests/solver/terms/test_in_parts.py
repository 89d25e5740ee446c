"""What a term says of the parts of a round is what it says of the whole, but for a constant."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import TERMS, Budget, Evenness, Term, Total
from tests.solver.strategies import groupings, tasks

KNOW_ALL = (Evenness, Total, Budget)


def shuffled(grouping: Grouping, division: Division, order: list[int]) -> Grouping:
    """The same sizes and options; within each part, others in the seats."""
    seats = grouping.assignment.copy()
    for rows in division.rows:
        by = np.argsort(np.array(order)[rows], kind="stable")
        seats[rows] = seats[rows[by]]
    return Grouping(seats, grouping.groups, grouping.choices)


def amounts(terms: list[Term], division: Division, whole: Grouping) -> IntArray:
    """(2,) breaches and points of all parts together."""
    charges = [term.charge(division.grouping_of(part, whole)) for part, term in enumerate(terms)]
    return np.array([sum(c.breaches.sum() for c in charges), sum(c.points.sum() for c in charges)])


def both(term: Term, whole: Grouping) -> IntArray:
    charge = term.charge(whole)
    return np.array([charge.breaches.sum(), charge.points.sum()])


@st.composite
def divisions(draw: st.DrawFn, task: Task, grouping: Grouping) -> Division:
    """Any two parts of the groups; who is outside belongs to any."""
    of_group = np.array(draw(st.lists(st.integers(0, 1), min_size=3, max_size=3))[: task.groups])
    free = np.array(draw(st.lists(st.integers(0, 1), min_size=task.n, max_size=task.n)))
    of_row = np.append(of_group, -1)[grouping.assignment]
    everyone = bool((of_row >= 0).all())
    return Division(np.where(of_row < 0, free, of_row), of_group, 2, everyone=everyone)


@pytest.mark.parametrize("kind", [kind for kind in TERMS if kind not in KNOW_ALL])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_changes_within_parts_costs_the_whole_as_much(
    kind: type[Term], data: st.DataObject
) -> None:
    task = data.draw(tasks(kinds=(kind,), least=4, most_terms=1))
    before = data.draw(groupings(task))
    division = data.draw(divisions(task, before))
    after = shuffled(before, division, data.draw(st.permutations(range(task.n))))
    term = task.terms[0]
    parts = term.in_parts(division)
    if parts is not None:
        change = amounts(parts, division, after) - amounts(parts, division, before)
        assert (change == both(term, after) - both(term, before)).all()


@pytest.mark.parametrize("kind", KNOW_ALL)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_what_is_about_everybody_at_once_has_no_parts(
    kind: type[Term], data: st.DataObject
) -> None:
    task = data.draw(tasks(kinds=(kind,), most_terms=1))
    division = Division(np.zeros(task.n, np.int64), np.zeros(task.groups, np.int64), 1)
    assert task.terms[0].in_parts(division) is None
