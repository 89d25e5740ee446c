"""Even sizes over the groups that open."""

from __future__ import annotations

import numpy as np
import pytest
from ortools.sat.python import cp_model

from solver.exact.evenness import post
from solver.exact.variables import Variables
from solver.grouping import Grouping
from solver.places import Places
from solver.solve import solve
from solver.task import Task
from solver.terms import Evenness

SIZES = [
    ([4, 3, 4], 0),  # 11 in 3: 3 or 4 each
    ([4, 0, 3], 0),  # 7 in the 2 that are open, not in 3
    ([5, 0, 3], 2),  # 8 in 2: 4 each; one above and one below
    ([6, 2, 3], 3),  # 11 in 3: two above 4, one below 3
    ([0, 0, 5], 0),
    ([0, 0, 0], 0),
]


@pytest.mark.parametrize(("sizes", "amount"), SIZES)
def test_members_away_from_the_even_size(sizes: list[int], amount: int) -> None:
    outside = [3] * 2
    seats = np.array([*np.repeat(range(3), sizes), *outside], dtype=np.int64)
    charge = Evenness(name="e", price=2).charge(Grouping(seats, 3))
    assert charge.points.tolist() == [0, 0, 0, 2 * amount]
    assert not charge.breaches.any()


@pytest.mark.parametrize(("sizes", "amount"), SIZES)
def test_posted_it_counts_the_same(sizes: list[int], amount: int) -> None:
    seats = np.repeat(range(3), sizes)
    n = max(seats.size, 1)
    grouping = Grouping(np.append(seats, [3] * (n - seats.size)).astype(np.int64), 3)
    task = Task(
        n=n,
        low=np.ones(3, dtype=np.int64),
        high=np.full(3, 9),
        terms=(),
        places=Places.at_most(n),
        lot=np.arange(n),
        may_close=True,
    )
    v = Variables(task)
    found = post(Evenness(name="e"), v)
    v.fix(grouping)
    solver = cp_model.CpSolver()
    assert solver.solve(v.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    assert solver.value(found.all_breaches) == amount


def test_as_a_must_the_groups_that_open_are_even() -> None:
    """Nine rows, at most 8 placed, groups of 2 to 5: all of 8 can be in two of 4."""
    task = Task(
        n=9,
        low=np.array([2, 2, 2]),
        high=np.array([5, 5, 5]),
        terms=(Evenness(name="e"),),
        places=Places.at_most(8),
        lot=np.arange(9),
        may_close=True,
        wished_groups=2,
    )
    found = solve(task)
    assert sorted(found.grouping.sizes().tolist()) == [0, 4, 4]
    assert found.score.hard == 0
