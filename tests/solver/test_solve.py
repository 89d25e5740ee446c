"""The front door: optimal on small tasks, checked, reproducible, honest about what is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.check import CheckError, check
from solver.conflict import InfeasibleError, find_conflict, only
from solver.enough import Alike
from solver.exact.feasible import is_feasible
from solver.exact.optimise import optimise
from solver.grouping import Grouping
from solver.places import Places
from solver.score import Score, score
from solver.search.divisions import is_small
from solver.search.incumbent import Incumbent
from solver.search.kernels.compiled import is_warm
from solver.search.local import search
from solver.search.schedule import Work
from solver.search.stopwatch import Clock
from solver.solution import Effort, Solution, Status, Story
from solver.solve import NothingFoundError, solve
from solver.task import Task
from solver.terms import Apart, Choice, Likeness, Place, Together
from tests.solver.strategies import tasks


def every_grouping(task: Task) -> list[Grouping]:
    """All assignments with all choices, by plain enumeration."""
    found = []
    for seats in product(range(task.groups + 1), repeat=task.n):
        bare = Grouping(np.array(seats, dtype=np.int64), task.groups)
        sizes = bare.sizes()
        tables = []
        for term in task.terms:
            if isinstance(term, Choice):
                taken = list(combinations(range(term.options), term.take))
                per_group = [taken if size else [(-1,) * term.take] for size in sizes]
                tables.append([(term.name, rows) for rows in product(*per_group)])
        found += [
            Grouping(
                bare.assignment,
                task.groups,
                {name: np.array(rows, dtype=np.int64) for name, rows in chosen},
            )
            for chosen in product(*tables)
        ]
    return found


@settings(max_examples=25, deadline=None)
@given(task=tasks(most=5))
def test_exact_equals_brute_force(task: Task) -> None:
    best = min(score(task, grouping) for grouping in every_grouping(task))
    result = optimise(task, seed=0, deterministic_limit=20)
    if best.hard:
        assert result.proven_infeasible
    else:
        assert result.solution is not None
        assert result.solution.score == best
        assert result.solution.status is Status.OPTIMAL


def nine(seed: int) -> Task:
    draw = np.random.default_rng(seed)
    edges = np.array([[0, 1], [2, 5], [3, 8]])
    return Task(
        n=9,
        low=np.full(3, 2),
        high=np.full(3, 4),
        terms=(
            Likeness.of("alike", draw.normal(size=(9, 2)), np.ones(2), 3),
            Apart(name="apart", n=9, edges=edges),
        ),
        places=Places.everyone(9),
        lot=np.arange(9),
    )


@pytest.mark.parametrize("seed", range(3))
def test_nine_people_exact_search_and_brute_force_agree(seed: int) -> None:
    """3^9 assignments of 9 people to 3 groups, all of them scored."""
    task = nine(seed)
    best = min(score(task, Grouping(np.array(seats), 3)) for seats in product(range(3), repeat=9))
    exact = solve(task)
    assert exact.score == best
    assert exact.status is Status.OPTIMAL
    assert exact.bound == best.points
    found, _, _ = search(task, seed=1, work=Work(2, 2000), clock=Clock(Event(), None))
    assert found.score == best


def forty(seed: int = 0) -> Task:
    draw = np.random.default_rng(seed)
    pairs = {tuple(sorted(p)) for p in draw.integers(0, 40, (25, 2)).tolist() if p[0] != p[1]}
    return Task(
        n=40,
        low=np.full(4, 8),
        high=np.full(4, 12),
        terms=(
            Likeness.of("alike", draw.normal(size=(40, 3)), np.ones(3), 100),
            Apart(name="apart", n=40, edges=np.array(sorted(pairs))),
        ),
        places=Places.everyone(40),
        lot=np.arange(40),
    )


def test_same_answer_on_one_and_two_cores() -> None:
    one = solve(forty(), seed=3, effort=Effort.QUICK, workers=1)
    two = solve(forty(), seed=3, effort=Effort.QUICK, workers=2)
    np.testing.assert_array_equal(one.grouping.assignment, two.grouping.assignment)
    assert one.story.reproducible
    assert one.score == two.score
    assert one.score.hard == 0


def test_stopped_keeps_the_best_and_says_so() -> None:
    stop = Event()
    stop.set()
    found = solve(forty(), stop=stop)
    assert found.score.hard == 0
    assert not found.story.reproducible


def test_a_time_limit_is_not_reproducible() -> None:
    assert not solve(forty(), time_limit=0.2).story.reproducible


def few(n: int) -> Task:
    draw = np.random.default_rng(n)
    near = Likeness.of("alike", draw.normal(size=(n, 2)), np.ones(2), 3)
    return Task(
        n=n,
        low=np.full(n // 3, 3),
        high=np.full(n // 3, 3),
        terms=(near,),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


@pytest.mark.parametrize("n", [9, 12])
def test_few_rows_are_proven_long_before_the_limit(n: int) -> None:
    """An hour is given; what is proven is what is proven without a limit, and as reproducible."""
    task = few(n)
    began = time.monotonic()
    found = solve(task, time_limit=3_600.0)
    assert time.monotonic() - began < 600
    free = solve(task)
    assert found.status is free.status is Status.OPTIMAL
    assert found.bound == free.bound == found.score.points
    np.testing.assert_array_equal(found.grouping.assignment, free.grouping.assignment)
    assert found.story.reproducible


def test_a_search_ends_where_nothing_is_left_to_wish() -> None:
    """Everybody sits, and no two who are kept apart sit together: no amount is below zero."""
    told: list[float] = []
    task = replace(forty(), terms=forty().terms[1:])
    began = time.monotonic()
    found = solve(task, time_limit=3_600.0, progress=lambda _, share: told.append(share))
    assert time.monotonic() - began < 600
    assert (found.score.hard, found.score.not_placed, found.score.points) == (0, 0, 0)
    assert told[-1] == 1.0
    assert not found.story.reproducible


def test_progress_tells_the_incumbent_and_how_far() -> None:
    told: list[tuple[Score, float]] = []
    found = solve(forty(), effort=Effort.QUICK, progress=lambda s, share: told.append((s, share)))
    assert told[-1][1] == 1.0
    assert min(score for score, _ in told) >= found.score


def test_fairness_spares_the_group_that_is_worst_off() -> None:
    """{0, 1, 2, 3} and {6} cost (4·14 − 36) // 4 = 5 and 0; {0, 1, 2} and {3, 6} 2 and 4."""
    plain = Task(
        n=5,
        low=np.full(2, 1),
        high=np.full(2, 4),
        terms=(Likeness(name="alike", features=np.array([[0], [1], [2], [3], [6]]), price=1),),
        places=Places.everyone(5),
        lot=np.arange(5),
    )
    total, fair = solve(plain), solve(replace(plain, fair=True))
    assert (total.score.points, total.score.worst) == (5, 0)
    assert score(replace(plain, fair=True), total.grouping).worst == 5
    assert (fair.score.points, fair.score.worst) == (6, 4)
    found, _, _ = search(
        replace(plain, fair=True), seed=1, work=Work(2, 2000), clock=Clock(Event(), None)
    )
    assert found.score == fair.score


def clique(size: int, groups: int) -> Task:
    edges = np.array([(i, j) for i in range(size) for j in range(i + 1, size)])
    n = 4 * groups
    return Task(
        n=n,
        low=np.full(groups, 3),
        high=np.full(groups, 5),
        terms=(
            Apart(name="apart", n=n, edges=edges),
            Together(name="with", n=n, sets=(np.array([n - 2, n - 1]),)),
        ),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_ten_people_alike_enough_are_proven() -> None:
    """Not every division of them can be tried, for what is alike enough is no sum over groups."""
    features = np.random.default_rng(3).integers(0, 30, (10, 1))
    task = Task(
        n=10,
        low=np.full(2, 5),
        high=np.full(2, 5),
        terms=(
            Likeness(name="a", features=features, price=1),
            Likeness(name="b", features=features[::-1].copy(), price=1),
        ),
        places=Places.everyone(10),
        lot=np.arange(10),
        alike=Alike(("a",), 900),
    )
    found = solve(task, effort=Effort.QUICK)
    assert not is_small(task)
    assert found.status is Status.OPTIMAL
    assert found.score == min(score(task, one) for one in every_half())


def every_half() -> Iterator[Grouping]:
    """Ten rows in two groups of five."""
    for five in combinations(range(1, 10), 4):
        seats = np.ones(10, dtype=np.int64)
        seats[[0, *five]] = 0
        yield Grouping(seats, 2)


def test_too_many_rivals_is_a_minimal_conflict() -> None:
    """4 people who may not meet and 3 groups: all 6 edges are needed for the clash."""
    with pytest.raises(InfeasibleError) as caught:
        solve(clique(4, 3))
    conflict = caught.value.conflict
    assert conflict.minimal
    assert {piece.term for piece in conflict.pieces} == {"apart"}
    assert {piece.rows for piece in conflict.pieces} == set(combinations(range(4), 2))


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_dropping_any_piece_of_a_conflict_makes_it_possible(data: st.DataObject) -> None:
    task = data.draw(tasks(most=6, kinds=(Apart, Together, Place)))
    if is_feasible(task, deterministic_limit=20) is not False:
        return
    conflict = find_conflict(task)
    names = [term.name for term in task.terms]
    keys = [(names.index(piece.term), piece.piece) for piece in conflict.pieces]
    assert is_feasible(only(task, keys), deterministic_limit=20) is False
    for key in keys:
        rest = [k for k in keys if k != key]
        assert is_feasible(only(task, rest), deterministic_limit=20) is True


def test_nothing_found_is_said() -> None:
    stop = Event()
    stop.set()
    task = clique(3, 3)
    try:
        found = solve(task, stop=stop)
    except NothingFoundError:
        return
    assert found.score.hard == 0


def test_the_checker_rejects_a_wrong_score() -> None:
    task = nine(0)
    found = solve(task)
    story = Story("", 0, 0, 0.0, reproducible=True)
    for wrong in (
        replace(found.score, points=found.score.points - 1),
        replace(found.score, not_placed=1),
    ):
        with pytest.raises(CheckError):
            check(task, Solution(found.grouping, wrong, Status.FEASIBLE, story))
    above = found.score.points + 1
    too_high = Solution(found.grouping, found.score, Status.FEASIBLE, story, above)
    with pytest.raises(CheckError, match="bound"):
        check(task, too_high)


def test_an_answer_that_breaks_what_must_hold_is_shown_to_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However it was come by: here by a proof that is wrong."""
    task = clique(3, 3)
    together = Grouping(np.zeros(task.n, dtype=np.int64), task.groups)
    wrong = Incumbent(score(task, together), together)
    monkeypatch.setattr("solver.solve._found", lambda *_: (wrong, Status.OPTIMAL, True))
    with pytest.raises(CheckError, match="must hold"):
        solve(task)


def test_kernels_are_cached() -> None:
    solve(forty(), effort=Effort.QUICK, workers=1)
    assert is_warm()
