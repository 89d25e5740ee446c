"""Why nothing fits: minimal where there is time, and honest where there is not."""

from __future__ import annotations

import numpy as np

from solver.conflict import find_conflict
from solver.places import Places
from solver.task import Task
from solver.terms import Apart, Choice


def impossible() -> Task:
    """Six rows in two groups; rows 0, 1 and 2 share no option, and 3 may not sit with 4."""
    allowed = np.ones((6, 3), dtype=bool)
    allowed[:3] = np.eye(3, dtype=bool)
    slots = Choice(
        name="slots",
        allowed=allowed,
        cost=np.full((6, 3), 1, dtype=np.int64),
        capacity=np.full(3, 2, dtype=np.int64),
        price=5,
    )
    edges = np.array([[3, 4]], dtype=np.int64)
    return Task(
        n=6,
        low=np.full(2, 3, dtype=np.int64),
        high=np.full(2, 3, dtype=np.int64),
        terms=(slots, Apart(name="apart", n=6, edges=edges)),
        places=Places.everyone(6),
        lot=np.arange(6, dtype=np.int64),
    )


def test_only_the_rows_that_clash_are_named() -> None:
    conflict = find_conflict(impossible())
    assert conflict.minimal
    assert [(piece.term, piece.rows) for piece in conflict.pieces] == [
        ("slots", (0,)),
        ("slots", (1,)),
        ("slots", (2,)),
    ]


def test_without_time_everything_is_named_and_nothing_promised() -> None:
    conflict = find_conflict(impossible(), in_all=0.0)
    assert not conflict.minimal
    assert len(conflict.pieces) == 7  # what each of six rows allows, and one pair
