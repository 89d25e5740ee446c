"""Everybody is placed for whom the demands leave room, however many groups may stay closed."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from ortools.sat.python import cp_model

from solver.conflict import InfeasibleError
from solver.exact.feasible import find_start, others_like
from solver.exact.model import groups_off, new_solver, not_placed, post_musts
from solver.exact.variables import Variables
from solver.places import Places
from solver.placing import Search, best_found
from solver.score import score
from solver.search.schedule import work_of
from solver.search.stopwatch import Clock
from solver.solution import Effort
from solver.task import Task
from solver.terms import Apart, Choice, Likeness, Place, Tally
from tests.solver.neighbourhood import better


def trades(seed: int, n: int = 20, groups: int = 5) -> Task:
    """Groups of four to five that may close, one of each trade at most, and trades are scarce."""
    draw = np.random.default_rng(seed)
    edges = {tuple(sorted(p)) for p in draw.integers(0, n, (12, 2)).tolist() if p[0] != p[1]}
    code = draw.choice(5, n, p=[0.4, 0.3, 0.1, 0.1, 0.1])
    return Task(
        n=n,
        low=np.full(groups, 4),
        high=np.full(groups, 5),
        terms=(
            Tally(
                name="t",
                code=code.astype(np.int64),
                low=np.zeros(5, dtype=np.int64),
                high=np.full(5, 1),
                amount=np.ones(n, dtype=np.int64),
            ),
            Apart(name="a", n=n, edges=np.array(sorted(edges))),
            Likeness.of("l", draw.normal(size=(n, 2)), np.ones(2), 1),
        ),
        places=Places.at_most(n),
        lot=draw.permutation(n),
        may_close=True,
    )


def run(task: Task, effort: Effort = Effort.QUICK) -> Search:
    return Search(task, 0, work_of(effort, task.n), Clock(Event(), None), 1, None)


def proven(task: Task) -> tuple[int, int]:
    """The fewest without a group, then the fewest groups too many or too few, proven by CP-SAT."""
    found = []
    v = Variables(task)
    post_musts(v)
    for level in (not_placed(v), groups_off(v)):
        v.model.minimize(level)
        solver = new_solver(0, 60)
        assert solver.solve(v.model) == cp_model.OPTIMAL
        found.append(round(solver.objective_value))
        v.model.add(level <= found[-1])
    return found[0], found[1]


@pytest.mark.parametrize("seed", range(8))
def test_as_many_are_placed_as_the_demands_leave_room_for(seed: int) -> None:
    task = trades(seed)
    found = best_found(run(task), ())
    assert found.score == score(task, found.grouping)
    assert found.score.hard == 0
    assert (found.score.not_placed, found.score.groups_off) == proven(task)
    assert better(task, found.grouping) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_search_that_insists_lets_nobody_go_for_points(seed: int) -> None:
    """Every row far from all others: each one placed costs, and all the same all are."""
    draw = np.random.default_rng(seed)
    task = Task(
        n=30,
        low=np.full(3, 8),
        high=np.full(3, 10),
        terms=(Likeness.of("l", draw.normal(size=(30, 3)) * 50, np.ones(3), 1_000),),
        places=Places.at_most(30),
        lot=np.arange(30),
        may_close=True,
    )
    search = run(task)
    assert search.insisting(30).score.not_placed == 0
    assert best_found(search, ()).score.not_placed == 0


def small_groups(seed: int) -> Task:
    """30 people, up to nine groups of three to five; each group takes one theme all may have."""
    draw = np.random.default_rng(seed)
    allowed = draw.random((30, 5)) > 0.7
    allowed[np.arange(30), draw.integers(0, 5, 30)] = True
    theme = Choice(
        name="c",
        allowed=allowed,
        cost=np.zeros((30, 5), dtype=np.int64),
        capacity=np.full(5, 9),
    )
    return Task(
        n=30,
        low=np.full(9, 3),
        high=np.full(9, 5),
        terms=(theme, Likeness.of("l", draw.normal(size=(30, 3)), np.ones(3), 1)),
        places=Places.at_most(30),
        lot=np.arange(30),
        may_close=True,
    )


def test_insisting_finds_better_groups_than_weighing_places_against_breaches() -> None:
    """Over five rounds; a search that only pays for whoever is outside comes to 136,807,057."""
    found = [run(small_groups(seed)).insisting(30).score for seed in range(5)]
    assert all((one.hard, one.not_placed) == (0, 0) for one in found)
    assert sum(one.points for one in found) <= 125_206_457


def test_others_like_a_first_grouping_are_as_full_and_elsewhere() -> None:
    task = trades(1)
    first = find_start(task, seed=0, deterministic_limit=10).grouping
    assert first is not None
    now = score(task, first)
    others = others_like(task, first, 3, seed=0, deterministic_limit=2)
    assert len(others) == 3
    seats = {first.assignment.tobytes()}
    for other in others:
        after = score(task, other)
        assert after.hard == 0
        assert (after.not_placed, after.groups_off) <= (now.not_placed, now.groups_off)
        seats.add(other.assignment.tobytes())
    assert len(seats) == 4


def test_what_no_grouping_keeps_is_proven() -> None:
    task = trades(0)
    nobody = np.zeros((20, 6), dtype=np.bool_)
    impossible = replace(task, terms=(*task.terms, Place(name="p", allowed=nobody)))
    with pytest.raises(InfeasibleError):
        best_found(run(impossible), ())


def test_with_a_clock_half_of_the_time_is_for_all_and_the_rest_for_them_or_fewer() -> None:
    task = trades(2)
    began = Clock(Event(), None)
    work = replace(work_of(Effort.QUICK, 60), per_row=2_400, seconds=began.elapsed() + 0.4)
    found = best_found(Search(task, 0, work, began, 1, None), ())
    assert found.score.hard == 0
    assert found.score == score(task, found.grouping)
