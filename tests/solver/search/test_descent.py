"""Downhill until no move gains is true of every answer, held to the definitions."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.conflict import InfeasibleError
from solver.grouping import Grouping
from solver.places import Places
from solver.score import Score, score
from solver.search.divisions import is_small
from solver.search.local import DEAR, measured, search
from solver.search.one_copy import Start
from solver.search.penalties import limits_at
from solver.search.schedule import STEPS, Work
from solver.search.stopwatch import Clock
from solver.solution import Effort
from solver.solve import NothingFoundError, solve
from solver.task import Task
from solver.terms import Apart, Choice, Likeness, Place
from tests.solver.neighbourhood import better
from tests.solver.strategies import groupings, tasks

CALM = Work(starts=1, per_row=1)
"""Hardly any annealing: what is found is the descent's."""


def clock() -> Clock:
    return Clock(Event(), None)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), task=tasks(most=9))
def test_no_single_move_gains_after_a_descent(data: st.DataObject, task: Task) -> None:
    start = Start(task, seed=1, number=0, first=data.draw(groupings(task)))
    start.descend(clock().over)
    found = start.found()
    assert found.score == score(task, found.grouping)
    if found.score.hard == 0:
        assert better(task, found.grouping) is None


@settings(max_examples=12, deadline=None)
@given(task=tasks(most=18, least=16, most_terms=3))
def test_no_single_move_gains_from_what_solve_returns(task: Task) -> None:
    assert not is_small(task)
    try:
        found = solve(task, effort=Effort.QUICK, workers=1)
    except (InfeasibleError, NothingFoundError):
        return
    assert better(task, found.grouping) is None


@pytest.mark.parametrize("number", range(4))
def test_a_sweep_goes_on_until_nothing_gains(number: int) -> None:
    """40 rows of noise: each of four starts needs three sweeps, the last of which gains nothing."""
    draw = np.random.default_rng(3)
    task = Task(
        n=40,
        low=np.full(8, 5),
        high=np.full(8, 5),
        terms=(Likeness.of("a", draw.normal(size=(40, 3)), np.ones(3), 1),),
        places=Places.everyone(40),
        lot=np.arange(40),
    )
    start = Start(task, seed=0, number=number)
    start.descend(clock().over)
    assert better(task, start.found().grouping) is None
    # and a whole search ends with such a descent
    found, _, _ = search(task, seed=number, work=CALM, clock=clock())
    assert better(task, found.grouping) is None


def options(count: int) -> Choice:
    """Row i allows options i and i + 1 (mod 3); option k costs k."""
    allowed = np.array([[(i - o) % 3 != 1 for o in range(3)] for i in range(count)])
    cost = np.tile(np.arange(3), (count, 1))
    return Choice(name="o", allowed=allowed, cost=cost, capacity=np.full(3, 9), price=1)


@pytest.mark.parametrize("fair", [False, True])
def test_a_group_that_opens_takes_what_suits_its_only_member(fair: bool) -> None:
    """Two of three groups are wished; row 2 may open the second with the one option it allows."""
    task = Task(
        n=3,
        low=np.full(3, 1),
        high=np.full(3, 3),
        terms=(options(3), Apart(name="a", n=3, edges=np.array([[0, 2], [1, 2]]))),
        places=Places.at_most(3),
        lot=np.arange(3),
        may_close=True,
        wished_groups=2,
        fair=fair,
    )
    start = Start(task, seed=0, number=0)
    start.descend(clock().over)
    assert start.found().score.hard == 0
    assert better(task, start.found().grouping) is None


def test_a_closed_group_that_opens_may_have_any_option_from_before() -> None:
    """Group 0 closes with option 1; then row 1, which allows option 0 alone, opens it again."""
    allowed = np.array([[0, 0], [1, 0], [0, 1]], dtype=np.bool_)
    term = Choice(
        name="c",
        allowed=allowed,
        cost=np.zeros((3, 2), dtype=np.int64),
        capacity=np.array([1, 2]),
    )
    task = Task(
        n=3,
        low=np.array([1, 1]),
        high=np.array([2, 1]),
        terms=(term,),
        places=Places.at_most(3),
        lot=np.arange(3),
        may_close=True,
        wished_groups=1,
    )
    first = Grouping(np.array([0, 2, 1]), 2, {"c": np.array([[0], [0]])})
    start = Start(task, seed=1, number=0, first=first)
    start.descend(clock().over)
    assert start.found().score == Score(0, 1, 1, (), 0, 0, 0, 3)
    assert start.found().grouping.choices["c"].tolist() == [[0], [1]]


def test_above_the_dense_limit_rows_swap_with_near_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clouds far apart, 12 near rows each: near swaps alone part them."""
    monkeypatch.setattr("solver.search.one_copy.DENSE", 10)
    values = np.array([0, 100] * 10) + np.arange(20)
    task = Task(
        n=20,
        low=np.full(2, 10),
        high=np.full(2, 10),
        terms=(Likeness(name="a", features=values.reshape(-1, 1), price=1),),
        places=Places.everyone(20),
        lot=np.arange(20),
    )
    start = Start(task, seed=0, number=0)
    before = start.found().score
    start.descend(clock().over)
    assert start.found().score < before
    assert start.found().score == score(task, start.found().grouping)


def test_what_a_search_may_not_break_it_keeps() -> None:
    """Each row refuses one of three groups; a search that keeps what holds never passes by it."""
    draw = np.random.default_rng(0)
    allowed = np.ones((18, 4), dtype=np.bool_)
    allowed[np.arange(18), draw.integers(0, 3, 18)] = False
    task = Task(
        n=18,
        low=np.full(3, 6),
        high=np.full(3, 6),
        terms=(
            Place(name="p", allowed=allowed),
            Likeness(name="a", features=draw.integers(0, 99, (18, 2)), price=1),
        ),
        places=Places.everyone(18),
        lot=np.arange(18),
    )
    held, _, _ = search(task, seed=0, work=Work(2, 4000), clock=clock())
    assert held.score.hard == 0
    passed = [broken_on_the_way(task, held.grouping, keeps=keeps) for keeps in (True, False)]
    assert passed[0] == 0 < passed[1]


def broken_on_the_way(task: Task, first: Grouping, *, keeps: bool) -> int:
    """After how many of the temperatures something is broken."""
    start = Start(task, seed=0, number=1, first=first, keeps=keeps)
    broken: list[bool] = []
    window = measured(start, 400 * task.n, clock())
    start.demand(limits_at(start.state, DEAR * window.hot // 2))
    for step in range(STEPS):
        start.anneal(window.temperature(step / STEPS), 400 * task.n // STEPS, window.shares)
        broken.append(start.state.score().hard > 0)
    return sum(broken)
