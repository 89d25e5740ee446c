"""The nearest rows: those that looking at every pair finds, in that order."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from solver.lowered import lower
from solver.places import Places
from solver.quantise import FloatArray, IntArray
from solver.search import neighbours as looked_up
from solver.search.kernels.near import LEAF, nearest
from solver.task import Task
from solver.terms import Likeness


def of_every_pair(points: FloatArray, weights: FloatArray, count: int) -> IntArray:
    """By the whole table of distances; of equally near the lowest."""
    away = (((points[:, np.newaxis] - points) ** 2) * weights).sum(axis=2)
    np.fill_diagonal(away, np.inf)
    return np.argsort(away, axis=1, kind="stable")[:, :count]


@st.composite
def points(draw: st.DrawFn) -> FloatArray:
    """Rows of one to three features, from all alike to nearly all different."""
    shape = draw(st.integers(2, 6 * LEAF)), draw(st.integers(1, 3))
    most = draw(st.sampled_from([0, 2, 1_000]))
    return draw(arrays(np.float64, shape, elements=st.integers(0, most).map(float)))


@settings(deadline=None, max_examples=200)
@given(points(), st.integers(1, 12), st.integers(1, 1_000))
def test_the_nearest_are_those_of_every_pair(table: FloatArray, most: int, weight: int) -> None:
    weights = np.array([weight, 3, 1], dtype=np.float64)[: table.shape[1]]
    count = min(most, table.shape[0] - 1)
    assert (nearest(table, weights, count) == of_every_pair(table, weights, count)).all()


def test_the_only_other_row_is_the_nearest() -> None:
    """0 and 7 on a line: each is 49 from the other."""
    assert nearest(np.array([[0.0], [7.0]]), np.ones(1), 1).tolist() == [[1], [0]]


def test_a_large_round_looks_where_a_small_one_does() -> None:
    """By features alone, from so many rows on; the small one looks at every pair."""
    draw = np.random.default_rng(1)
    alike = [
        Likeness(name=name, features=draw.integers(0, 20, (90, 2)), price=price)
        for name, price in (("a", 3), ("b", 7))
    ]
    task = Task(
        n=90,
        low=np.full(9, 10),
        high=np.full(9, 10),
        terms=tuple(alike),
        places=Places.everyone(90),
        lot=np.arange(90),
    )
    small = looked_up.neighbours(lower(task))
    assert (looked_up.neighbours(lower(task, most=0)) == small).all()
