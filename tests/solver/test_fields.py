"""Every field of a task is respected by the search, and bears on the answer."""

from __future__ import annotations

from dataclasses import fields, replace
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.conflict import InfeasibleError
from solver.enough import Alike
from solver.grouping import Grouping
from solver.places import Places
from solver.score import Score, score
from solver.search.kernels.dispatch import apply_move
from solver.search.kernels.moves import may_shift
from solver.search.local import measured, search
from solver.search.one_copy import Start
from solver.search.schedule import Work
from solver.search.state import State
from solver.search.stopwatch import Clock
from solver.solve import solve
from solver.task import Task
from solver.terms import Likeness, Merit, PairCost
from tests.solver.strategies import groupings, tasks
from tests.solver.test_solve import every_grouping

SHORT = Work(starts=1, per_row=200)


def near(points: list[int]) -> Likeness:
    return Likeness(name="a", features=np.array(points).reshape(-1, 1), price=1)


FAR = np.array([[9], [0], [0], [9], [0]])
BASE = Task(
    n=5,
    low=np.array([1, 1]),
    high=np.array([3, 4]),
    terms=(near([0, 1, 2, 10, 11]), Merit(name="m", value=np.array([9, 8, 7, 6, 5]), price=1)),
    places=Places.at_most(5),
    lot=np.arange(5),
    may_close=True,
)
"""{0, 1, 2} and {3, 4} cost (3·5 − 9) // 3 + (2·221 − 441) // 2 = 2."""

CHANGED: dict[str, Task] = {
    "n": Task(
        n=4,
        low=BASE.low,
        high=BASE.high,
        terms=(near([0, 1, 2, 10]),),
        places=Places.everyone(4),
        lot=np.arange(4),
    ),
    "low": replace(
        BASE,
        low=np.array([1, 4]),
        high=np.array([3, 4]),
        may_close=False,
        places=Places.everyone(5),
    ),
    "high": replace(BASE, high=np.array([2, 2])),
    "terms": replace(BASE, terms=(near([0, 10, 2, 10, 11]),)),
    "places": replace(BASE, places=Places.exactly(3)),
    "lot": replace(
        BASE, terms=(near([0, 0, 0, 0, 0]),), places=Places.exactly(3), lot=np.arange(5)[::-1]
    ),
    "may_close": replace(BASE, low=np.array([3, 3]), may_close=True),
    "wished_groups": replace(BASE, wished_groups=1, high=np.array([5, 5])),
    "fair": replace(BASE, terms=(near([0, 1, 2, 3, 6]),), fair=True),
}
STANDING = replace(BASE, places=Places.exactly(3), standing=np.array([1, 9, 5, 8, 1]))
"""Two groups of {1, 3, 2} who stand highest; rows 0, 1 and 2 cost less: 9 + 8 merit is given up."""
CHANGED |= {
    "standing": STANDING,
    "margin": replace(STANDING, margin=7),
    "floor": replace(STANDING, floor=15),
    "alike": replace(
        BASE,
        terms=(near([0, 1, 2, 10, 11]), Likeness(name="b", features=FAR, price=1)),
        # {0, 10} and {1, 2, 11} cost 50 and (3·126 − 196) // 3 = 60 by the first wish: enough
        alike=Alike(("a",), 110),
    ),
}
BEFORE: dict[str, Task] = {
    "standing": replace(STANDING, standing=None),
    "margin": STANDING,
    "floor": STANDING,
    "alike": replace(BASE, terms=(near([0, 1, 2, 10, 11]),)),
    "lot": replace(CHANGED["lot"], lot=np.arange(5)),
    "may_close": replace(BASE, low=np.array([1, 1]), may_close=False, places=Places.everyone(5)),
    "wished_groups": replace(BASE, high=np.array([5, 5])),
    "fair": replace(CHANGED["fair"], fair=False),
}


def together(grouping: Grouping) -> set[frozenset[int]]:
    return {frozenset(members.tolist()) for _, members in grouping.open_groups()}


def test_every_field_is_tried() -> None:
    assert set(CHANGED) == {field.name for field in fields(Task)}


@pytest.mark.parametrize("name", CHANGED)
def test_a_field_bears_on_the_answer_and_the_answer_is_the_best(name: str) -> None:
    """The search alone finds what brute force finds, and something else than without the change."""
    task, before = CHANGED[name], BEFORE.get(name, BASE)
    for asked in (task, before):
        one = replace(asked, floor=solve(asked).floor)
        best = min(score(one, grouping) for grouping in every_grouping(one))
        found, _, _ = search(one, seed=1, work=Work(2, 2000), clock=Clock(Event(), None))
        assert found.score == best == solve(one).score
    assert together(solve(task).grouping) != together(solve(before).grouping)


@settings(max_examples=80, deadline=None)
@given(data=st.data(), task=tasks())
def test_a_search_states_the_score_of_the_definition(data: st.DataObject, task: Task) -> None:
    """Wherever it begins, and whatever its groups, places and wishes are."""
    first = data.draw(st.none() | groupings(task))
    start = Start(task, seed=data.draw(st.integers(0, 9)), number=0, first=first)
    clock = Clock(Event(), None)
    window = measured(start, SHORT.per_row * task.n, clock)
    start.anneal(window.hot, SHORT.per_row * task.n, window.shares)
    start.descend(clock.over)
    assert start.found().score == score(task, start.found().grouping)


@settings(max_examples=80, deadline=None)
@given(data=st.data(), task=tasks())
def test_no_move_passes_an_upper_bound(data: st.DataObject, task: Task) -> None:
    """Along any walk of moves that the search may make, groups and places stay within theirs."""
    state = State(task)
    for _ in range(data.draw(st.integers(1, 30))):
        row, to = (
            data.draw(st.integers(0, task.n - 1)),
            data.draw(st.integers(0, task.groups)),
        )
        seat = int(state.grouping().assignment[row])
        if may_shift(state.memory, row, to):
            apply_move(state.memory, state.pairs, state.amounts, row, seat, -1, to)
        sizes = state.grouping().sizes()
        assert (sizes <= task.high).all()
        assert sizes.sum() <= task.places.high
    # and wherever there is room, somebody may come in
    sizes = state.grouping().sizes()
    if sizes.sum() < task.places.high:
        outside = np.flatnonzero(state.grouping().assignment == task.groups)
        for group in np.flatnonzero(sizes < task.high):
            assert all(may_shift(state.memory, int(row), int(group)) for row in outside)


@settings(max_examples=40, deadline=None)
@given(task=tasks(most=6))
def test_what_can_be_kept_is_never_broken(task: Task) -> None:
    best: Score = min(score(task, grouping) for grouping in every_grouping(task))
    try:
        found = solve(task, workers=1)
    except InfeasibleError:
        assert best.hard > 0
        return
    assert found.score == best


def test_each_group_fills_to_its_own_bound() -> None:
    """Rows that want to sit together with all others: 2, 3 and 4, not 3, 3 and 3."""
    matrix = 1 - np.eye(9, dtype=np.int64)
    task = Task(
        n=9,
        low=np.full(3, 1),
        high=np.array([2, 3, 4]),
        terms=(PairCost(name="p", n=9, matrix=-matrix, price=1, per="sum"),),
        places=Places.everyone(9),
        lot=np.arange(9),
    )
    found, _, _ = search(task, seed=0, work=SHORT, clock=Clock(Event(), None))
    assert found.grouping.sizes().tolist() == [2, 3, 4]


def test_a_start_that_fits_in_no_group_is_refused() -> None:
    crowded = Grouping(np.zeros(5, dtype=np.int64), 2)
    with pytest.raises(ValueError, match="more members"):
        State(BASE).load(crowded)
