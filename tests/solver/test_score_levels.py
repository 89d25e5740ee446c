"""The two levels of the score beside the usual ones: who stands higher first, and alike enough."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.enough import Alike
from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.task import Task
from solver.terms import Likeness
from tests.solver.strategies import integers


def two_of(standing: list[int], places: int = 2) -> Task:
    """One group of so many of as many rows as there are standings."""
    n = len(standing)
    return Task(
        n=n,
        low=np.array([places]),
        high=np.array([places]),
        terms=(),
        places=Places.exactly(places),
        lot=np.arange(n),
        standing=np.array(standing),
    )


def placed(task: Task, *rows: int) -> Grouping:
    seats = np.full(task.n, 1, dtype=np.int64)
    seats[list(rows)] = 0
    return Grouping(seats, 1)


def test_who_stands_highest_comes_before_any_sum() -> None:
    """9 and 1 come before 8 and 8: the highest is compared first, though 10 is less than 16."""
    task = two_of([9, 8, 8, 1])
    assert score(task, placed(task, 0, 3)).standing == (-1, 0, -1)
    assert score(task, placed(task, 1, 2)).standing == (0, -2, 0)
    assert score(task, placed(task, 0, 3)) < score(task, placed(task, 1, 2))


@given(standing=integers(-3, 4, 6))
def test_counting_a_class_is_comparing_one_by_one(standing: np.ndarray) -> None:
    """Every two pairs of six rows: as their standings compare, sorted from the highest."""
    task = two_of(standing.tolist())
    for one, other in combinations(combinations(range(6), 2), 2):
        high, low = (sorted(standing[list(rows)].tolist(), reverse=True) for rows in (one, other))
        mine, theirs = (score(task, placed(task, *rows)).standing for rows in (one, other))
        assert (mine < theirs, mine == theirs) == (high > low, high == low)


def test_within_a_margin_all_are_equal() -> None:
    """The best sum is 17 and 3 may be lost: 14 is enough, and 10 is 4 short of it."""
    task = replace(two_of([9, 8, 6, 1]), margin=3, floor=14)
    found = [score(task, placed(task, *rows)).standing for rows in ((0, 1), (1, 2), (0, 3))]
    assert found == [(0,), (0,), (4,)]


def test_within_a_margin_nobody_gives_way_for_nothing() -> None:
    """All fit equally well: 9 and 8 are placed before 9 and 6, though their lots are worse."""
    task = replace(two_of([9, 8, 6, 1]), margin=3, floor=14, lot=np.array([3, 2, 1, 0]))
    scores = {rows: score(task, placed(task, *rows)) for rows in combinations(range(4), 2)}
    assert min(scores, key=lambda rows: scores[rows]) == (0, 1)
    assert scores[0, 1].lot < scores[0, 2].lot < scores[1, 2].lot
    equals = replace(task, standing=np.array([9, 8, 8, 1]))
    assert score(equals, placed(equals, 0, 2)) < score(equals, placed(equals, 0, 1))


def test_wishes_of_likeness_count_above_their_bound_alone() -> None:
    """{0, 4} costs (2·16 − 16) // 2 = 8 by the first wish, which may cost 5: 3 too many.

    The second wish costs 2 · 8, as before; so does the worst group.
    """
    x = np.array([[0], [4]])
    terms = tuple(Likeness(name=name, features=x, price=p) for name, p in (("a", 1), ("b", 2)))
    task = Task(
        n=2,
        low=np.array([1]),
        high=np.array([2]),
        terms=terms,
        places=Places.everyone(2),
        lot=np.arange(2),
        fair=True,
        alike=Alike(("a",), 5),
    )
    now = score(task, Grouping(np.zeros(2, dtype=np.int64), 1))
    assert (now.worst, now.alike, now.points) == (16, 3, 16)
    for enough in (8, 9):
        within = replace(task, alike=Alike(("a",), enough))
        assert score(within, Grouping(np.zeros(2, dtype=np.int64), 1)).alike == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"standing": np.arange(3)}, "shape"),
        ({"margin": -1}, "margin"),
        ({"standing": None, "margin": 1}, "margin"),
        ({"standing": None, "floor": 1}, "margin"),
        ({"standing": np.full(4, 2**61)}, "overflow"),
        ({"standing": np.array([0, 0, 1, 2**58]), "margin": 1}, "overflow"),
        ({"alike": Alike(("nobody",), 0)}, "alike"),
    ],
)
def test_what_cannot_be_is_said_at_birth(change: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidTaskError) as caught:
        replace(two_of([4, 3, 2, 1]), **change)
    assert caught.value.code == code


@given(st.integers(0, 3))
def test_the_bound_of_likeness_is_not_below_zero(below: int) -> None:
    with pytest.raises(InvalidTaskError, match="alike"):
        replace(two_of([1, 2]), alike=Alike((), -1 - below))
