"""What is demanded can be let go without the wish: same points, no breaches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.grouping import Grouping
from solver.terms import Choice, Size, Stay, Term

CHOICE = Choice(
    name="place",
    allowed=np.array([[True, False], [False, True], [True, True]]),
    cost=np.array([[1, 9], [8, 2], [3, 3]]),
    capacity=np.array([2, 2]),
    price=5,
)
STAY = Stay(
    name="stay",
    previous=np.array([0, 1, 1]),
    cost=np.array([4, 4, 4]),
    never=np.array([True, True, False]),
    price=5,
)
GROUPING = Grouping(np.array([0, 0, 1]), 2, {"place": np.array([[0], [1]])})


@pytest.mark.parametrize("term", [CHOICE, STAY])
def test_the_wish_stays_and_the_demand_goes(term: Term) -> None:
    """Of the three, row 1 refuses option 0, and left group 1: one breach each."""
    freed = term.freed()
    assert freed is not None
    before, after = term.charge(GROUPING), freed.charge(GROUPING)
    assert before.breaches.sum() == 1
    assert after.breaches.sum() == 0
    assert after.points.sum() == before.points.sum() > 0
    assert freed.freed() is freed, "nothing is left to let go"


@pytest.mark.parametrize(
    "term",
    [replace(CHOICE, price=0), replace(STAY, price=0), Size(name="size", target=2, price=None)],
)
def test_nothing_is_left_of_a_term_without_a_wish(term: Term) -> None:
    assert term.freed() is None


def test_a_term_that_only_wishes_is_itself() -> None:
    wish = Size(name="size", target=2, price=3)
    assert wish.freed() is wish
