"""Other answers that differ: the best of all groupings that do, until none is good enough."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.alternatives_by_force import measure
from benchmarks.every_alternative import every_grouping, faults
from solver.alternatives import alternatives, difference
from solver.check import check
from solver.conflict import InfeasibleError
from solver.places import Places
from solver.score import Score
from solver.solution import Effort, Status
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness, Merit
from tests.solver.strategies import tasks

NEAR = Likeness(name="near", features=np.array([[0], [1], [2], [9], [10], [11]]), price=1)
TASK = Task(
    n=6,
    low=np.array([3, 3]),
    high=np.array([3, 3]),
    terms=(NEAR,),
    places=Places.everyone(6),
    lot=np.arange(6),
)
ALL = Fraction(1000)


def noise(n: int, groups: int, seed: int = 0) -> Task:
    features = np.random.default_rng(seed).integers(0, 100, (n, 4))
    size = n // groups
    return Task(
        n=n,
        low=np.full(groups, size - 1),
        high=np.full(groups, size + 1),
        terms=(Likeness(name="near", features=features, price=1),),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_the_best_first_then_what_differs_until_nothing_is_left() -> None:
    """Four in twos: three ways, of which no two have a pair in common.

    At 0, 1, 10 and 12: {0, 1} and {10, 12} cost 1 // 2 + 4 // 2; then 100 // 2 + 121 // 2, and
    144 // 2 + 81 // 2.
    """
    features = np.array([[0], [1], [10], [12]])
    task = replace(
        TASK,
        n=4,
        low=np.array([2, 2]),
        high=np.array([2, 2]),
        terms=(replace(NEAR, features=features),),
        places=Places.everyone(4),
        lot=np.arange(4),
    )
    found = alternatives(task, count=9, differ=Fraction(1), loss=ALL)
    assert [one.score.points for one in found.found] == [0 + 2, 50 + 60, 72 + 40]
    assert found.complete


@pytest.mark.parametrize(("loss", "answers"), [(0, 1), (22, 1), (23, 2)])
def test_the_list_ends_where_the_loss_is_too_large(loss: int, answers: int) -> None:
    """{0, 1, 2} and {9, 10, 11} cost 2 + 2 = 4 points.

    With one for one, {0, 1, 9} and {2, 10, 11}, (3·82 − 100) // 3 + (3·225 − 529) // 3 = 48 + 48:
    92 more, 23 times as many as 4.
    """
    found = alternatives(TASK, count=2, loss=Fraction(loss))
    assert len(found.found) == answers
    assert found.complete == (answers == 1)


@pytest.mark.parametrize("number", [2, 9, 13, 23])
def test_random_rounds_against_every_grouping(number: int) -> None:
    told = measure(number, 5, 9)
    assert told["asked"]
    assert told["wrong"] == []


@settings(max_examples=15, deadline=None)
@given(
    task=tasks(most=6, least=4, kinds=(Likeness, Apart, Merit)),
    differ=st.sampled_from([Fraction(1, 5), Fraction(1, 2), Fraction(1)]),
    loss=st.sampled_from([Fraction(0), Fraction(1, 2), ALL]),
)
def test_small_tasks_against_every_grouping(task: Task, differ: Fraction, loss: Fraction) -> None:
    """Rows outside, groups that close and are of one: where sizes say how many pairs there are."""
    every = every_grouping(task)
    try:
        found = alternatives(task, count=3, differ=differ, loss=loss)
    except InfeasibleError:
        assert not every
        return
    told = faults(every, found.found, complete=found.complete, count=3, differ=differ, loss=loss)
    assert told == []


def test_groups_of_one_differ_from_nobody() -> None:
    """Three groups for three rows that want to be alone: no other answer has no pairs."""
    task = replace(
        TASK,
        n=3,
        low=np.ones(3, np.int64),
        high=np.full(3, 3),
        terms=(replace(NEAR, features=NEAR.features[:3]),),
        places=Places.everyone(3),
        lot=np.arange(3),
    )
    found = alternatives(task, loss=ALL)
    assert len(found.found) == 1
    assert found.complete


def test_what_many_rows_find_differs_and_is_checked() -> None:
    task = noise(40, 4)
    found = alternatives(task, seed=3, effort=Effort.QUICK, loss=Fraction(1, 10))
    assert len(found.found) == 3
    for number, one in enumerate(found.found):
        assert check(task, one) == one.score
        assert all(
            difference(one.grouping, other.grouping) >= Fraction(1, 4)
            for other in found.found[:number]
        )
    assert not found.complete
    assert {one.status for one in found.found[1:]} == {Status.FEASIBLE}


def test_the_same_on_any_number_of_cores_and_from_an_answer_that_is_known() -> None:
    task = noise(30, 3)
    given = {"seed": 5, "effort": Effort.QUICK, "loss": ALL, "count": 2}
    one = alternatives(task, workers=1, **given)  # type: ignore[arg-type]  # by name, as above
    first = solve(task, seed=5, effort=Effort.QUICK)
    two = alternatives(task, workers=2, first=first, **given)  # type: ignore[arg-type]  # by name
    for mine, other in zip(one.found, two.found, strict=True):
        assert (mine.grouping.assignment == other.grouping.assignment).all()


def test_what_is_better_than_the_first_comes_first() -> None:
    """From an answer that was never searched for."""
    task = noise(30, 3)
    poor = solve(replace(task, terms=()), effort=Effort.QUICK)
    known = replace(poor, score=replace(poor.score, points=points_of(task, poor.grouping)))
    found = alternatives(task, first=known, effort=Effort.QUICK, loss=Fraction(1, 10))
    scores = [one.score for one in found.found]
    assert scores == sorted(scores)
    assert scores[0] < known.score


def points_of(task: Task, grouping: object) -> int:
    (term,) = task.terms
    charge = term.charge(grouping)  # type: ignore[arg-type]  # what solve gives
    sizes = grouping.sizes()  # type: ignore[attr-defined]  # likewise
    return int(charge.points.sum() + (charge.rest[:-1] // sizes).sum())


def test_stopped_it_gives_what_it_has_and_tells_how_far_it_is() -> None:
    """Told to stop as soon as the first is there."""
    stop, told = Event(), []

    def progress(_: Score, share: float) -> None:
        told.append(share)
        if share > 1 / 3:
            stop.set()

    found = alternatives(noise(40, 4), effort=Effort.QUICK, progress=progress, stop=stop, loss=ALL)
    assert 1 <= len(found.found) < 3
    assert not found.complete
    assert told == sorted(told)


def test_nothing_fits_is_said_as_always() -> None:
    """Two groups for three who may not meet."""
    rivals = Apart(name="rivals", n=6, edges=np.array([[0, 1], [0, 2], [1, 2]]))
    with pytest.raises(InfeasibleError) as raised:
        alternatives(replace(TASK, terms=(NEAR, rivals)))
    assert len(raised.value.conflict.pieces) == 3
