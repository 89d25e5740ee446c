"""Whoever must sit somewhere, or with somebody, does after swaps with somebody near."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.search.must_sit import mended
from solver.task import Task
from solver.terms import Place, Stay, Term, Together
from tests.solver.search.test_spatial import round_of

LINE = np.array([[0], [1], [2], [10], [11], [12]])
"""Six people on a line; three and three sit together."""
SEATS = np.array([0, 0, 0, 1, 1, 1])


def asking(*terms: Term) -> Task:
    task = round_of(6, 2)
    return Task(n=6, low=task.low, high=task.high, terms=terms, places=task.places, lot=task.lot)


def pinned(row: int, group: int) -> Place:
    allowed = np.zeros((1, 3), dtype=np.bool_)
    allowed[0, group] = True
    return Place(name=f"pin {row}", allowed=allowed, about=np.array([row]), n=6)


def after(*terms: Term) -> IntArray:
    return mended(asking(*terms), SEATS, LINE)


def test_a_pinned_row_changes_places_with_the_nearest_there() -> None:
    """Row 0 must sit in group 1, where row 3 at 10 is the nearest."""
    assert after(pinned(0, 1)).tolist() == [1, 0, 0, 0, 1, 1]


def test_who_is_pinned_there_does_not_give_way() -> None:
    """Row 3 must stay in group 1: row 4 leaves."""
    assert after(pinned(0, 1), pinned(3, 1)).tolist() == [1, 0, 0, 1, 0, 1]


def test_a_set_gathers_at_its_pinned_member() -> None:
    """Rows 1 and 5, of whom 1 is pinned to group 1: 1 changes with 3, which is nearest."""
    sets = Together(name="both", n=6, sets=(np.array([1, 5]),))
    assert after(sets, pinned(1, 1)).tolist() == [0, 1, 0, 0, 1, 1]


def test_who_may_not_move_stays_where_they_were() -> None:
    """Row 2 was in group 1 and may not leave it: it changes with row 3."""
    never = np.arange(6) == 2
    stay = Stay(name="stay", previous=1 - SEATS, cost=np.ones(6, int), never=never, price=1)
    assert after(stay).tolist() == [0, 0, 1, 0, 1, 1]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.integers(0, 5), st.integers(0, 1), max_size=3))
def test_up_to_three_pins_hold_at_the_same_sizes(pins: dict[int, int]) -> None:
    seats = after(*(pinned(row, group) for row, group in pins.items()))
    assert Grouping(seats, 2).sizes().tolist() == [3, 3]
    assert all(seats[row] == group for row, group in pins.items())
