"""Groups are numbered by their smallest id; a pinned group keeps its number."""

from __future__ import annotations

import numpy as np
import pytest

from cohorts.composing.numbering import numbered
from solver.grouping import Grouping
from solver.places import Places
from solver.task import Task
from solver.terms import Choice, Place, Term


def task(*terms: Term, groups: int = 3, n: int = 6) -> Task:
    return Task(
        n=n,
        low=np.ones(groups, dtype=np.int64),
        high=np.full(groups, n, dtype=np.int64),
        terms=terms,
        places=Places.at_most(n),
        lot=np.arange(n),
        may_close=True,
    )


def pin(row: int, group: int) -> Place:
    allowed = np.ones((6, 3), dtype=bool)
    allowed[row] = False
    allowed[row, group] = True
    return Place(name="pin", allowed=allowed, price=None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([2, 2, 1, 1, 0, 0], [0, 0, 1, 1, 2, 2]),
        ([0, 1, 2, 0, 1, 2], [0, 1, 2, 0, 1, 2]),
        ([2, 0, 2, 0, 2, 0], [0, 1, 0, 1, 0, 1]),  # the closed group comes last
        ([3, 2, 2, 1, 3, 1], [3, 0, 0, 1, 3, 1]),  # who is outside stays outside
    ],
)
def test_by_the_smallest_row(given: list[int], expected: list[int]) -> None:
    assert numbered(Grouping(np.array(given), 3), task()).assignment.tolist() == expected


def test_a_pinned_group_keeps_its_number() -> None:
    """Row 5 is pinned to group 0; the other two groups take 1 and 2 in order."""
    found = numbered(Grouping(np.array([2, 2, 1, 1, 0, 0]), 3), task(pin(5, 0)))
    assert found.assignment.tolist() == [1, 1, 2, 2, 0, 0]


def test_choices_move_with_their_group() -> None:
    allowed = np.ones((6, 4), dtype=bool)
    theme = Choice(
        name="theme", allowed=allowed, cost=allowed.astype(np.int64), capacity=np.full(4, 3)
    )
    given = Grouping(np.array([2, 2, 1, 1, 0, 0]), 3, {"theme": np.array([[3], [2], [1]])})
    assert numbered(given, task(theme)).choices["theme"].tolist() == [[1], [2], [3]]
