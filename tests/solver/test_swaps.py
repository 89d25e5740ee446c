"""Swaps and choices by hand agree with the definitions."""

from __future__ import annotations

from itertools import combinations
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver import swaps
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.swaps import cheapest_swaps, swaps_of
from solver.task import Task
from solver.terms import Choice
from tests.solver.strategies import groupings, tasks


def swapped(grouping: Grouping, i: int, j: int) -> Grouping:
    seats = grouping.assignment.copy()
    seats[[i, j]] = seats[[j, i]]
    return Grouping(seats, grouping.groups, grouping.choices)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), task=tasks(most=7))
def test_every_swap_is_priced_as_the_definitions_do(data: st.DataObject, task: Task) -> None:
    grouping = data.draw(groupings(task))
    now, seats = score(task, grouping), grouping.assignment
    every = {
        (i, j): score(task, swapped(grouping, i, j))
        for i, j in combinations(range(task.n), 2)
        if seats[i] != seats[j]
    }
    found = cheapest_swaps(task, grouping, task.n**2)
    assert {(swap.i, swap.j) for swap in found} == set(every)
    for swap in found:
        after = every[swap.i, swap.j]
        assert (swap.breaches, swap.points) == (after.hard - now.hard, after.points - now.points)
        assert swap.alike == after.alike - now.alike
    assert found == sorted(found)
    with patch.object(swaps, "AT_ONCE", 1):  # in many rounds, each of which drops the last
        for count in range(4):
            assert cheapest_swaps(task, grouping, count) == found[:count]
    fixed = cheapest_swaps(task, grouping, task.n**2, fixed={0})
    assert {(s.i, s.j) for s in fixed} == {pair for pair in every if 0 not in pair}


def task_of(term: Choice, groups: int) -> Task:
    n = int(term.allowed.shape[0])
    return Task(
        n=n,
        low=np.ones(groups, dtype=np.int64),
        high=np.full(groups, n, dtype=np.int64),
        terms=(term,),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def themes(*refused: tuple[int, int], capacity: tuple[int, ...] = (9, 9, 9)) -> Choice:
    """Four rows, three options; a row allows all but what is named; option 2 is the cheapest."""
    allowed = np.ones((4, 3), dtype=bool)
    for row, option in refused:
        allowed[row, option] = False
    cost = np.tile(np.array([2, 3, 1], dtype=np.int64), (4, 1))
    return Choice(name="t", allowed=allowed, cost=cost, capacity=np.array(capacity))


def taken(term: Choice, first: int, second: int) -> list[int]:
    """Rows 0 and 1 in group 0, 2 and 3 in group 1, choosing anew for group 0."""
    grouping = Grouping(np.array([0, 0, 1, 1]), 2, {"t": np.array([[first], [second]])})
    return [int(o) for o in rechosen(task_of(term, 2), grouping, [0]).choices["t"].ravel()]


def test_a_group_keeps_what_nobody_refuses() -> None:
    assert taken(themes(), 1, 0) == [1, 0]


def test_a_refused_option_makes_place_for_the_cheapest_that_is_not() -> None:
    assert taken(themes((0, 1)), 1, 0) == [2, 0]
    assert taken(themes((0, 1), (1, 2)), 1, 0) == [0, 0]


def test_an_option_that_is_full_comes_last() -> None:
    assert taken(themes((0, 1), capacity=(9, 9, 1)), 1, 2) == [0, 2]


def test_a_closed_group_takes_nothing() -> None:
    term = themes()
    grouping = Grouping(np.array([1, 1, 1, 1]), 2, {"t": np.array([[1], [0]])})
    found = rechosen(task_of(term, 2), grouping, [0, 1, 2]).choices["t"]
    assert found.tolist() == [[-1], [0]]


@settings(max_examples=40, deadline=None)
@given(data=st.data(), task=tasks(most=7))
def test_the_swaps_of_one_row_are_those_of_all_with_it(data: st.DataObject, task: Task) -> None:
    grouping = data.draw(groupings(task))
    row = data.draw(st.integers(0, task.n - 1))
    every = [s for s in cheapest_swaps(task, grouping, task.n**2) if row in (s.i, s.j)]
    found = swaps_of(task, grouping, row, task.n)
    assert {(frozenset((s.i, s.j)), s.breaches, s.standing, s.alike, s.points) for s in found} == {
        (frozenset((s.i, s.j)), s.breaches, s.standing, s.alike, s.points) for s in every
    }
    assert all(swap.i == row for swap in found)
    assert found == sorted(found)
    assert swaps_of(task, grouping, row, 2) == found[:2]
    kept = swaps_of(task, grouping, row, task.n, fixed={row, 0})
    assert {s.j for s in kept} == {s.j for s in found} - {0}
