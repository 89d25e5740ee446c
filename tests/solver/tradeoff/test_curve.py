"""The curve of standing against fit: true points, all of them where that is proven."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.every_tradeoff import curve, every, levels, made, of
from solver.check import check
from solver.conflict import InfeasibleError
from solver.errors import InvalidTaskError
from solver.places import Places
from solver.score import score
from solver.search.divisions import is_small
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness, PairCost, Term, Total
from solver.tradeoff import Point, Tradeoff, tradeoff
from solver.tradeoff.point import undominated


def line(*musts: Term, n: int = 20, size: int = 3) -> Task:
    """One group of ``size``: row i stands i high and is at i² on a line, so the low sit closest."""
    return Task(
        n=n,
        low=np.array([size]),
        high=np.array([size]),
        terms=(Likeness(name="a", features=np.arange(n).reshape(-1, 1) ** 2, price=1), *musts),
        places=Places.exactly(size),
        lot=np.arange(n),
        standing=np.arange(n),
    )


def rows(found: Tradeoff) -> list[set[int]]:
    return [set(np.flatnonzero(p.solution.grouping.assignment == 0).tolist()) for p in found.points]


def test_of_few_rows_every_point() -> None:
    """Pairs of rows 0, 1, 2, 3 at 0, 1, 4, 9. Their distance² / 2, by sum of standings.

    5 (2, 3): 25/2 · 4 (1, 3): 64/2 · 3 (1, 2): 9/2 · (0, 3): 81/2 · 2 (0, 2): 16/2 · 1 (0, 1): 1/2.
    """
    found = tradeoff(line(n=4, size=2))
    assert rows(found) == [{2, 3}, {1, 2}, {0, 1}]
    assert [p.standing for p in found.points] == [5, 3, 1]
    assert found.complete
    assert all(point.proven for point in found.points)


def test_a_margin_leads_to_a_point() -> None:
    found = tradeoff(line(n=4, size=2))
    assert [found.margin(point) for point in found.points] == [0, 2, 4]
    picked = [found.within(margin).standing for margin in (0, 1, 2, 3, 4, 99)]
    assert picked == [5, 5, 3, 3, 1, 1]
    task = replace(line(n=4, size=2), margin=3)
    assert solve(task).score.points == found.within(3).solution.score.points


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_as_every_division_says(seed: int) -> None:
    asked = made(seed, most=7)
    right = curve([levels(asked, seats) for seats in every(asked)])
    try:
        found = tradeoff(asked.task(), effort=Effort.QUICK)
    except InfeasibleError:
        assert not right
        return
    assert of(found) == right
    assert found.complete


def test_each_point_checks_by_its_own_sum() -> None:
    task = line()
    for point in tradeoff(task, most=4, effort=Effort.QUICK).points:
        own = replace(task, floor=point.standing)
        assert check(own, point.solution) == score(own, point.solution.grouping)
        assert point.solution.score.standing == (0,)
        placed = point.solution.grouping.assignment == 0
        assert int(np.arange(20)[placed].sum()) == point.standing


def test_of_more_rows_points_are_spread_and_both_ends_there() -> None:
    """Threes of 20 rows: 19, 18, 17 stand highest, 0, 1, 2 sit closest."""
    task = line()
    assert not is_small(task)
    found = tradeoff(task, most=5, effort=Effort.QUICK)
    assert rows(found)[0] == {17, 18, 19}
    assert rows(found)[-1] == {0, 1, 2}
    sums = [point.standing for point in found.points]
    assert len(sums) == 5
    # halves, then quarters, of 3 … 54: each of threes in a row
    assert sums == [54, 42, 30, 18, 3] or max(np.diff(sums[::-1])) <= 18
    fits = [point.fit for point in found.points]
    assert fits == sorted(fits, reverse=True)
    assert not found.complete


def test_the_highest_sum_under_musts_is_not_who_stands_highest_first() -> None:
    """Row 19 only comes with nobody of 13 to 18: first the highest is 19, 12, 11; 18 + 17 + 16 is
    more."""
    value = np.zeros(20, dtype=np.int64)
    value[19], value[13:19] = 6, 1
    task = line(Total(name="m", value=value, low=0, high=6))
    assert rows(tradeoff(task, most=2, effort=Effort.QUICK))[0] == {16, 17, 18}


def test_one_point_where_nothing_is_to_be_weighed() -> None:
    """Nobody costs anything: who stands highest is as good as any."""
    task = replace(line(), terms=(Apart(name="x", n=20, edges=np.array([[18, 19]])),))
    found = tradeoff(task, effort=Effort.QUICK)
    assert rows(found) == [{16, 17, 19}]
    assert found.highest is found.best_fit


def test_stopped_it_keeps_what_there_is() -> None:
    """Of 30 rows in one group no point is proven, and nothing but a first one is looked for."""
    stop = Event()
    stop.set()
    costs = np.ones((30, 30), dtype=np.int64) - np.eye(30, dtype=np.int64)
    term = PairCost(name="p", n=30, matrix=costs, price=1)
    found = tradeoff(replace(line(n=30), terms=(term,)), stop=stop)
    assert len(found.points) == 1
    assert not found.complete


def test_without_standing_there_is_nothing_to_weigh() -> None:
    with pytest.raises(InvalidTaskError, match="margin"):
        tradeoff(replace(line(), standing=None))


def test_the_same_on_one_and_two_cores() -> None:
    one, two = (tradeoff(line(), most=4, effort=Effort.QUICK, workers=w) for w in (1, 2))
    assert rows(one) == rows(two)


def test_dominated_points_go() -> None:
    """Of 4, 3 and 2 with 10, 12 and 9 points the second stands lower and fits less well."""
    point = tradeoff(line(n=4, size=2)).points[0]

    def at(standing: int, points: int) -> Point:
        own = replace(point.solution.score, points=points)
        return Point(replace(point.solution, score=own), standing, proven=False)

    kept = undominated([at(2, 9), at(3, 12), at(4, 10), at(2, 9)])
    assert [(one.standing, one.fit[2]) for one in kept] == [(4, 10), (2, 9)]
