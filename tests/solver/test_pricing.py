"""A wish of weight 1 costs about a point a person on random groups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.errors import InvalidTaskError
from solver.places import Places
from solver.pricing import (
    POINT,
    SAMPLES,
    breach_price,
    graded_price,
    mean_amount,
    mean_charges,
    random_assignments,
)
from solver.task import Task
from solver.terms import Likeness, PairCost


def frame(n: int = 40) -> Task:
    return Task(
        n=n,
        low=np.full(4, 5),
        high=np.full(4, 15),
        terms=(),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def alike() -> Likeness:
    return Likeness.of("a", np.random.default_rng(0).normal(size=(40, 2)), np.ones(2), 1)


@pytest.mark.parametrize("weight", [0.5, 1, 3])
def test_a_graded_wish_costs_its_weight_a_person_on_random_groups(weight: float) -> None:
    """price × mean amount = weight × n points, to a rounding of the price."""
    term = alike()
    price = graded_price(frame(), term, weight)
    assert abs(price * mean_amount(frame(), term) / (weight * 40 * POINT) - 1) < 1e-3
    task = replace(frame(), terms=(replace(term, price=price),))
    points, broken = mean_charges(task)["a"]
    assert abs(points - weight * 40) < 0.05
    assert broken == 0


def test_an_affinity_has_a_price_above_zero_too() -> None:
    matrix = np.ones((40, 40)) - np.eye(40)
    term = PairCost.of_matrix("p", -matrix, 1)
    assert graded_price(frame(), term, 1) > 0


def test_what_is_the_same_in_all_groups_has_no_price() -> None:
    with pytest.raises(InvalidTaskError, match="no_difference"):
        graded_price(frame(), replace(alike(), features=np.zeros((40, 1), dtype=np.int64)), 1)


def test_a_breach_costs_a_point_for_everybody_involved() -> None:
    assert breach_price(2, people=3) == 6 * POINT
    with pytest.raises(InvalidTaskError, match="weight_zero"):
        breach_price(1e-12)


def test_the_random_groups_are_even_and_always_the_same() -> None:
    once, again = list(random_assignments(frame())), list(random_assignments(frame()))
    assert len(once) == SAMPLES
    assert all((a == b).all() for a, b in zip(once, again, strict=True))
    assert all((np.bincount(seats) == 10).all() for seats in once)
    assert len({seats.tobytes() for seats in once}) == SAMPLES
