"""First who stands highest, then how well they sit: settled by proof, and kept by the search."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings

from solver.check import CheckError, check
from solver.exact.ladder import settle
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import IntArray
from solver.score import score
from solver.search.divisions import is_small
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness, Place, Term, Total
from tests.solver.strategies import tasks
from tests.solver.test_solve import every_grouping


def voted(standing: IntArray, *musts: Term, groups: int = 2, size: int = 3) -> Task:
    """Groups of ``size`` for the rows who stand highest; who sits with whom is about likeness."""
    n = standing.size
    features = np.random.default_rng(7).integers(0, 99, (n, 2))
    return Task(
        n=n,
        low=np.full(groups, size),
        high=np.full(groups, size),
        terms=(Likeness(name="a", features=features, price=1), *musts),
        places=Places.exactly(groups * size),
        lot=np.arange(n),
        standing=standing,
    )


def placed(task: Task, grouping: Grouping) -> set[int]:
    return set(np.flatnonzero(grouping.assignment < task.groups).tolist())


def test_the_highest_get_in_and_a_must_alone_keeps_somebody_out() -> None:
    """Rows 19 to 14 stand highest; 19 may not be placed with 18, so that 13 comes in."""
    task = voted(np.arange(20))
    assert not is_small(task)
    assert placed(task, solve(task, effort=Effort.QUICK).grouping) == set(range(14, 20))
    both = np.zeros(20, dtype=np.int64)
    both[[18, 19]] = 1
    never_both = Total(name="m", value=both, low=0, high=1, price=None)
    task = voted(np.arange(20), never_both)
    found = solve(task, effort=Effort.QUICK)
    assert placed(task, found.grouping) == {19, 17, 16, 15, 14, 13}
    assert found.standing_proven


def test_one_who_stands_higher_is_worth_any_number_below() -> None:
    """Row 19 may only come with nobody of 13 to 18: then 19 and 8 to 12 are placed."""
    task = voted(np.arange(20), either())
    found = solve(task, effort=Effort.QUICK)
    assert placed(task, found.grouping) == {19, 8, 9, 10, 11, 12}
    assert found.standing_proven


def either() -> Total:
    """Of 20 rows: 19, or any of 13 to 18."""
    value = np.zeros(20, dtype=np.int64)
    value[19], value[13:19] = 6, 1
    return Total(name="m", value=value, low=0, high=6, price=None)


def test_a_floor_that_is_met_is_no_better_proven_than_whom_it_follows_from() -> None:
    """Stopped at once, others come first than do among all: the floor that follows is another."""
    task = replace(voted(np.arange(20), either()), margin=2)
    allowed = (six for six in combinations(range(20), 6) if six[5] < 19 or six[4] < 13)
    best = max(allowed, key=lambda six: six[::-1])
    stop = Event()
    stop.set()
    found = solve(task, stop=stop)
    assert found.floor is not None
    assert found.floor != sum(best) - task.margin
    assert found.score.standing == (0,)
    assert not found.standing_proven


def test_equals_are_chosen_by_how_well_they_sit() -> None:
    """All stand equal: the answer is that of the task without standing."""
    task = voted(np.full(20, 3))
    plain = solve(replace(task, standing=None), effort=Effort.QUICK)
    found = solve(task, effort=Effort.QUICK)
    assert found.score.points == plain.score.points
    assert found.score.standing == (-6,)


def test_a_margin_buys_the_best_fit_within_it() -> None:
    """The best sum is 19 + … + 14 = 99. With 12 less to lose every six with 87 or more may come."""
    task = voted(np.arange(20))
    strict = solve(task, effort=Effort.QUICK)
    task = replace(task, margin=12)
    found = solve(task, effort=Effort.QUICK)
    assert (found.floor, found.score.standing) == (87, (0,))
    every = [
        score(replace(task, floor=87), seated(six, three)).points
        for six in combinations(range(20), 6)
        if sum(six) >= 87
        for three in combinations(six, 3)
    ]
    assert found.score.points == min(every) < strict.score.points


def seated(six: tuple[int, ...], three: tuple[int, ...]) -> Grouping:
    seats = np.full(20, 2)
    seats[list(six)] = 1
    seats[list(three)] = 0
    return Grouping(seats, 2)


def test_an_answer_states_its_floor() -> None:
    task = replace(voted(np.arange(7), size=2), margin=5)
    found = solve(task)
    assert found.floor == 6 + 5 + 4 + 3 - 5
    with pytest.raises(CheckError, match="floor"):
        check(task, replace(found, floor=None))
    with pytest.raises(CheckError, match="stated"):
        check(task, replace(found, floor=200))


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=5))
def test_what_is_settled_is_the_best_of_all(task: Task) -> None:
    """By places, groups and standing, against every grouping; begun from the worst of them."""
    if task.standing is None:
        return
    task = replace(task, floor=None, fair=False, alike=None)
    scores = [(score(task, grouping), grouping) for grouping in every_grouping(task)]
    fitting = [(now, grouping) for now, grouping in scores if not now.hard]
    if not fitting:
        return
    best, worst = (pick(fitting, key=lambda one: one[0]) for pick in (min, max))
    found = settle(task, worst[1], seed=0, deterministic_limit=20)
    now = score(task, found.grouping)
    assert found.proven
    assert now.hard == 0
    mine, theirs = ((one.not_placed, one.groups_off, one.standing) for one in (now, best[0]))
    assert mine == theirs


def test_without_time_nothing_is_proven_and_what_is_known_stays() -> None:
    """Unless what is known is what nobody could better: then there is nothing to prove."""
    task = voted(np.arange(20))
    seats = np.full(20, 2)
    seats[:6] = [0, 0, 0, 1, 1, 1]
    found = settle(task, Grouping(seats, 2), seed=0, deterministic_limit=0)
    assert not found.proven
    assert placed(task, found.grouping) == set(range(6))
    best = settle(task, Grouping(seats[::-1].copy(), 2), seed=0, deterministic_limit=0)
    assert best.proven


def test_hundreds_of_applicants_are_settled_standing_by_standing() -> None:
    """150 rows, 30 places, votes with many ties, rivals and one of a trade: nobody could do better.

    Without musts between them the first of each count would be placed; two of the trade at most.
    """
    draw = np.random.default_rng(5)
    standing = draw.integers(0, 25, 150)
    trade = (draw.random(150) < 0.3).astype(np.int64)
    order = np.lexsort((trade, -standing))
    edges = np.array([[i, i + 1] for i in range(0, 148, 3)])
    task = voted(
        standing,
        Total(name="trade", value=trade, low=0, high=2, price=None),
        Apart(name="rivals", n=150, edges=edges),
        groups=5,
        size=6,
    )
    found = solve(task, effort=Effort.QUICK)
    assert found.standing_proven
    # two of the trade who stand highest, and the first 28 of the others
    others = [row for row in order if not trade[row]]
    of_trade = sorted(standing[trade == 1].tolist(), reverse=True)[:2]
    wanted = sorted([*standing[others[:28]].tolist(), *of_trade], reverse=True)
    assert sorted(standing[list(placed(task, found.grouping))].tolist(), reverse=True) == wanted


def test_the_same_answer_on_one_and_two_cores() -> None:
    allowed = np.ones((20, 3), dtype=np.bool_)
    allowed[19, 0] = False
    task = replace(voted(np.arange(20) // 3, Place(name="p", allowed=allowed)), margin=2)
    one, two = (solve(task, effort=Effort.QUICK, workers=cores) for cores in (1, 2))
    np.testing.assert_array_equal(one.grouping.assignment, two.grouping.assignment)
    assert one.floor == two.floor


def test_a_clock_is_heeded_and_a_stop_too() -> None:
    task = voted(np.arange(20))
    assert placed(task, solve(task, time_limit=1.0).grouping) == set(range(14, 20))
    stop = Event()
    stop.set()
    found = solve(task, stop=stop)
    assert not found.story.reproducible
    assert not found.standing_proven or placed(task, found.grouping) == set(range(14, 20))
