"""One limit for what pairs and seats cost together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from threading import Event

import numpy as np
import pytest

from solver.conflict import InfeasibleError
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.search.divisions import is_small
from solver.search.kernels.dispatch import apply_move, price_musts
from solver.search.local import search
from solver.search.schedule import Work
from solver.search.state import State
from solver.search.stopwatch import Clock
from solver.solve import solve
from solver.task import Task
from solver.terms import Budget, Likeness
from tests.solver.test_solve import every_grouping

PAIRS = np.array([(i, j) for group in ((0, 1, 2), (3, 4, 5)) for i, j in combinations(group, 2)])
"""The six pairs of an earlier composition, {0, 1, 2} and {3, 4, 5}."""
NO_SEATS = np.zeros((6, 3), dtype=np.int64)
AGAIN = Budget(name="again", edges=PAIRS, costs=np.ones(6, np.int64), seats=NO_SEATS, most=2)
HOME = np.array([0, 0, 0, 1, 1, 1])
MOVED = replace(
    AGAIN,
    name="moved",
    edges=PAIRS[:0],
    costs=np.zeros(0, np.int64),
    seats=(np.arange(3) != HOME.reshape(-1, 1)).astype(np.int64),
)
"""Whoever sits elsewhere than before, or nowhere, costs one."""
NEAR = Likeness(name="near", features=np.array([[0], [1], [2], [9], [10], [11]]), price=1)
TASK = Task(
    n=6,
    low=np.array([3, 3]),
    high=np.array([3, 3]),
    terms=(NEAR, AGAIN),
    places=Places.everyone(6),
    lot=np.arange(6),
)


def seats(*groups: int) -> Grouping:
    return Grouping(np.array(groups), 2)


@pytest.mark.parametrize(
    ("grouping", "spent", "over"),
    [
        (seats(0, 0, 0, 1, 1, 1), 6, 4),
        (seats(0, 0, 1, 0, 1, 1), 2, 0),  # {0, 1} and {4, 5} are together again
        (seats(0, 0, 0, 1, 1, 2), 4, 2),  # three pairs of the first, and {3, 4}
        (seats(2, 2, 2, 2, 2, 2), 0, 0),  # outside is no group
    ],
)
def test_pairs_that_share_a_group_spend(grouping: Grouping, spent: int, over: int) -> None:
    assert AGAIN.spent(grouping) == spent
    assert AGAIN.charge(grouping).breaches.tolist() == [0, 0, over]
    assert replace(AGAIN, price=5).charge(grouping).points.tolist() == [0, 0, 5 * over]


def test_seats_spend_by_where_a_row_sits() -> None:
    """Rows 2 and 3 changed places, row 5 has none: three moved, one more than two."""
    assert MOVED.spent(seats(0, 0, 1, 0, 1, 2)) == 3
    assert MOVED.charge(seats(0, 0, 1, 0, 1, 2)).breaches.tolist() == [0, 0, 1]


def test_groups_have_something_free_by_their_sizes() -> None:
    """Three have 2 free, two have 1: above a limit of 0 are 6 − 2 − 2 pairs, and 4 − 2 − 1."""
    free = replace(AGAIN, most=0, free=np.array([0, 0, 1, 2, 9, 9, 9]))
    assert free.charge(seats(0, 0, 0, 1, 1, 1)).breaches.sum() == 2
    assert free.charge(seats(0, 0, 0, 1, 1, 2)).breaches.sum() == 1


def test_who_is_spared_spends_nothing() -> None:
    """Without row 0 only {1, 2} of the first three is left."""
    both = replace(AGAIN, seats=MOVED.seats)
    assert both.sparing(0).spent(seats(0, 0, 0, 1, 1, 1)) == 1 + 3
    assert both.sparing(5).spent(seats(0, 0, 0, 1, 1, 2)) == 3 + 1


def test_nothing_is_over_a_limit_below_zero_but_what_is_spent() -> None:
    """Limit −3: nothing spent is three over it, six spent nine, and that is the most."""
    below = replace(AGAIN, most=-3)
    assert below.charge(seats(2, 2, 2, 2, 2, 2)).breaches.sum() == 3
    assert below.charge(seats(0, 0, 0, 1, 1, 1)).breaches.sum() == 9 == below.largest(6)


def test_both_halves_of_a_swap_spend_from_one_sum() -> None:
    """From {0, 1, 3} and {2, 4, 5}, where 2 of 2 are spent, back to 6: four over, not twice two.

    From {0, 3, 1} row 1 and row 2 change places: {0, 2} comes for {0, 1}, which is nothing more.
    """
    state = State(TASK)
    price = state.is_breach
    state.load(seats(0, 0, 1, 0, 1, 1))
    m, pairs = state.memory, state.pairs
    assert price_musts(m, pairs, price, 2, 1, 3, 0) == 4
    assert price_musts(m, pairs, price, 1, 0, 2, 1) == 0
    apply_move(m, pairs, state.amounts, 2, 1, 3, 0)
    assert state.score().hard == 4
    assert price_musts(m, pairs, price, 3, 1, 2, 0) == -4


def test_groups_that_spend_together_are_not_priced_one_by_one() -> None:
    assert is_small(replace(TASK, terms=(NEAR,)))
    assert not is_small(TASK)


@pytest.mark.parametrize("terms", [(AGAIN,), (MOVED,), (AGAIN, MOVED)])
@pytest.mark.parametrize("most", [2, 3, 4, 6])
def test_the_search_finds_the_best_within_the_limit(terms: tuple[Budget, ...], most: int) -> None:
    """By itself, and as whoever composes: what brute force finds."""
    asked = tuple(replace(term, most=most) for term in terms)
    task = replace(TASK, terms=(NEAR, *asked))
    best = min(score(task, grouping) for grouping in every_grouping(task))
    found, _, _ = search(task, seed=1, work=Work(2, 2000), clock=Clock(Event(), None))
    assert found.score == best == solve(task).score
    assert best.hard == 0


def test_a_limit_that_nothing_keeps_is_named() -> None:
    """Two groups of three always have two pairs again; one is too few."""
    task = replace(TASK, terms=(NEAR, replace(AGAIN, most=1, owner="wanted")))
    with pytest.raises(InfeasibleError) as raised:
        solve(task)
    (piece,) = raised.value.conflict.pieces
    assert (piece.owner, piece.rows) == ("wanted", tuple(range(6)))
    assert raised.value.conflict.minimal
