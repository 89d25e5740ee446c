"""Where people fit equally well the lot decides, exactly: the sum of the lots is the smallest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.every_division import best_score, understood
from solver.conflict import InfeasibleError
from solver.exact.lots import fewest_lots, may_be_smaller
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.search.divisions import is_small
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness, Merit, Place, Tally, Together
from tests.solver.strategies import tasks


def drawn(n: int, places: Places, groups: int, seed: int = 1, **fields: object) -> Task:
    """n rows with lots drawn by ``seed``, and nothing asked of the groups but their size."""
    task = Task(
        n=n,
        low=np.full(groups, 1),
        high=np.full(groups, n),
        terms=(),
        places=places,
        lot=np.random.default_rng(seed).permutation(n),
    )
    return replace(task, **fields)  # type: ignore[arg-type]  # fields of a task, by name


@pytest.mark.parametrize(
    ("groups", "seed", "effort"),
    [(1, 0, Effort.QUICK), (2, 0, Effort.QUICK), (2, 1, Effort.NORMAL), (4, 2, Effort.QUICK)],
)
def test_of_24_people_the_14_with_the_smallest_lots(groups: int, seed: int, effort: Effort) -> None:
    """0 + 1 + … + 13 = 91."""
    found = solve(drawn(24, Places.exactly(14), groups, seed=seed), seed=seed, effort=effort)
    assert found.score.lot == 91


def test_of_300_people_the_200_with_the_smallest_lots() -> None:
    """0 + 1 + … + 199 = 19,900."""
    found = solve(drawn(300, Places.exactly(200), 20), effort=Effort.QUICK)
    assert found.score.lot == 19_900


@pytest.mark.parametrize("places", [Places.at_most(14), Places.at_most(24)])
def test_groups_of_exactly_five_that_may_close(places: Places) -> None:
    """Of 24 people in groups of 5 to 5 10 find a place in 14, 20 in as many as there are."""
    five = np.full(5, 5)
    task = drawn(24, places, 5, low=five, high=five, may_close=True, wished_groups=5)
    placed = 10 if places.high == 14 else 20
    found = solve(task, effort=Effort.QUICK)
    assert found.score.not_placed == 24 - placed
    assert found.score.lot == placed * (placed - 1) // 2


@settings(max_examples=60, deadline=None)
@given(data=st.data(), task=tasks(most=7, least=4))
def test_whenever_the_points_are_the_best_the_lots_are_the_smallest(
    data: st.DataObject, task: Task
) -> None:
    if not understood(task):
        return
    some = data.draw(st.integers(min(int(task.low.min()), task.n), task.n))
    task = replace(task, places=Places.at_most(some), may_close=True)
    best = best_score(task)
    try:
        found = solve(task, effort=Effort.QUICK, start=None, workers=1)
    except InfeasibleError:
        assert best is None
        return
    assert found.score == best


def must_and_lots(seed: int) -> Task:
    """22 people, 3 groups of 3 to 5, 12 places; at most two of a trade, some apart, some bound."""
    draw = np.random.default_rng(seed)
    n = 22
    edges = {tuple(sorted(p)) for p in draw.integers(0, n, (14, 2)).tolist() if p[0] != p[1]}
    allowed = draw.random((n, 4)) > 0.3
    allowed[:, -1] = True
    pair = np.sort(draw.permutation(n)[:2]).astype(np.int64)
    return drawn(
        n,
        Places.exactly(12),
        3,
        seed=seed,
        low=np.full(3, 3),
        high=np.full(3, 5),
        terms=(
            Tally(
                name="trade",
                code=draw.integers(0, 4, n),
                low=np.zeros(4, dtype=np.int64),
                high=np.full(4, 2),
                amount=np.ones(n, dtype=np.int64),
            ),
            Apart(name="apart", n=n, edges=np.array(sorted(edges))),
            Place(name="place", allowed=allowed),
            Together(name="with", n=n, sets=(pair,), all_or_none=True),
        ),
    )


@pytest.mark.parametrize("seed", range(6))
def test_musts_alone_leave_the_lots_exact(seed: int) -> None:
    """Too many to prove: no other grouping that breaks nothing has smaller lots, CP-SAT agrees."""
    task = must_and_lots(seed)
    assert not is_small(task)
    found = solve(task, effort=Effort.QUICK)
    other = fewest_lots(task, found.grouping, found.score, deterministic_limit=20)
    assert score(task, other).lot == found.score.lot


def test_lots_that_no_swap_makes_smaller() -> None:
    """Row 2 may only sit in group 0, row 1 only in group 1, row 0 in both: 0 and 1 beat 0 and 2.

    With 0 in group 1 and 2 in group 0, letting 1 in for 2 asks of 0 to change groups as well.
    """
    allowed = np.array([[1, 1, 1], [0, 1, 1], [1, 0, 1]], dtype=np.bool_)
    term = Place(name="p", allowed=allowed)
    task = drawn(3, Places.exactly(2), 2, high=np.full(2, 1), terms=(term,), lot=np.arange(3))
    stuck = Grouping(np.array([1, 2, 0]), 2)
    assert score(task, stuck).lot == 2
    assert may_be_smaller(task, score(task, stuck))
    better = fewest_lots(task, stuck, score(task, stuck), deterministic_limit=1)
    assert score(task, better).lot == 1


def test_points_are_never_given_up_for_lots() -> None:
    """The merit of row 3, with the largest lot, is worth its place."""
    values = np.array([0, 0, 0, 9])
    terms = (
        Merit(name="m", value=values, price=2),
        Likeness(name="l", features=np.zeros((4, 1), dtype=np.int64), price=1),
    )
    task = drawn(4, Places.exactly(2), 1, terms=terms, lot=np.arange(4))
    for found in (Grouping(np.array([1, 0, 1, 0]), 1), Grouping(np.array([1, 1, 0, 0]), 1)):
        now = score(task, found)
        other = score(task, fewest_lots(task, found, now, deterministic_limit=1))
        assert (other.points, other.lot) == (0, 3)
