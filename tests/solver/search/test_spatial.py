"""A first composition of near people: sizes, sameness, nearness."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.places import Places
from solver.score import score, structural_breaches
from solver.search.spatial import cells, near_seats
from solver.sizes import even_seats, most_placed
from solver.task import Task
from solver.terms import Apart, Likeness
from tests.solver.strategies import tasks


def round_of(n: int, groups: int, seed: int = 0, price: int = 1) -> Task:
    """People in two features, in groups as even as can be."""
    features = np.random.default_rng(seed).integers(0, 1_000, (n, 2))
    return Task(
        n=n,
        low=np.full(groups, n // groups),
        high=np.full(groups, -(-n // groups)),
        terms=(Likeness(name="alike", features=features, price=price),),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_a_line_of_six_in_groups_of_two_and_four() -> None:
    """9 and 7 are the last two of 1, 2, 3, 4, 7, 9; the four others the first group."""
    points = np.array([[9], [1], [7], [3], [2], [4]])
    found = cells(points, np.ones(1), np.arange(6), np.array([4, 2]))
    assert [sorted(rows.tolist()) for rows in found] == [[1, 3, 4, 5], [0, 2]]


def test_the_side_that_weighs_most_is_divided() -> None:
    """The first column differs by 10, the second by 4, which counts nine times: 100 v. 144."""
    points = np.array([[0, 4], [10, 0], [0, 0], [10, 4]])
    found = cells(points, np.array([1.0, 9.0]), np.arange(4), np.array([2, 2]))
    assert [sorted(rows.tolist()) for rows in found] == [[1, 2], [0, 3]]


@settings(max_examples=100, deadline=None)
@given(task=tasks(kinds=(Likeness,), most_terms=2, most=12))
def test_as_many_are_placed_within_every_bound_as_in_any_even_start(task: Task) -> None:
    seats = near_seats(task)
    assert seats is not None
    sizes = Grouping(seats, task.groups).sizes()
    even = Grouping(even_seats(task), task.groups)
    assert sizes.tolist() == even.sizes().tolist()
    if most_placed(task):
        assert structural_breaches(task, Grouping(seats, task.groups)) == structural_breaches(
            task, even
        )


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1_000))
def test_it_is_nearer_than_chance_and_the_same_twice(seed: int) -> None:
    task = round_of(120, 12, seed)
    seats = near_seats(task)
    assert seats is not None
    again = near_seats(task)
    assert again is not None
    assert seats.tolist() == again.tolist()
    chance = np.random.default_rng(seed).permutation(seats)
    near, far = (score(task, Grouping(one, 12)).points for one in (seats, chance))
    assert near < far / 2


def test_whoever_stands_higher_is_placed_first_then_the_smallest_lots() -> None:
    """Two places: row 3 stands higher, of the others row 1 has the smallest lot."""
    task = replace(
        round_of(4, 1),
        low=np.array([1]),
        high=np.array([2]),
        places=Places.at_most(2),
        standing=np.array([0, 0, 0, 1]),
        lot=np.array([2, 0, 1, 3]),
    )
    seats = near_seats(task)
    assert seats is not None
    assert seats.tolist() == [1, 0, 1, 0]


def test_where_no_wish_has_features_nobody_is_near() -> None:
    bare = replace(round_of(4, 2), terms=(Apart(name="a", n=4, edges=np.array([[0, 1]])),))
    assert near_seats(bare) is None
