"""Large rounds in parts: here rounds of a few hundred, as if they were large."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from solver.check import check
from solver.division import Division
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.search import near_parts, part_by_part
from solver.search.incumbent import Incumbent
from solver.search.local import search
from solver.search.near_parts import divided, may_be_divided, near_within, tasks_of
from solver.search.schedule import Work
from solver.search.shared import Shared
from solver.search.spatial import features_of, near_seats
from solver.search.stopwatch import Clock
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Evenness, Place
from tests.solver.search.test_spatial import round_of


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_by_part, "LARGE", 100)
    monkeypatch.setattr(near_parts, "MOST_ROWS", 250)


def rivals(n: int = 480) -> Task:
    """Neighbours on the list of people never together: of 480 in groups of 10."""
    task = round_of(n, n // 10)
    edges = np.stack([np.arange(n - 1), np.arange(1, n)], axis=1)
    return replace(task, terms=(*task.terms, Apart(name="rivals", n=n, edges=edges)))


def first_of(task: Task) -> Grouping:
    seats = near_seats(task)
    assert seats is not None
    return Grouping(seats, task.groups)


def cut(task: Task, grouping: Grouping, seed: int) -> Division:
    draw = np.random.default_rng(seed)
    return divided(grouping, *features_of(task), Shared.of(task).near, draw)


def searched(task: Task, workers: int = 2, per_row: int = 400) -> Incumbent:
    clock = Clock(Event(), None)
    large = part_by_part.parts_of(
        task, seed=0, work=Work(2, per_row), clock=clock, workers=workers, progress=None
    )
    assert large is not None
    large.run()
    return large.found


def test_parts_are_whole_groups_of_no_more_than_so_many_rows() -> None:
    task = rivals()
    grouping = first_of(task)
    division = cut(task, grouping, 0)
    assert (division.of_group[grouping.assignment] == division.of_row).all()
    assert max(rows.size for rows in division.rows) <= 250
    assert sorted(np.concatenate(division.rows).tolist()) == list(range(480))


def test_borders_are_not_twice_the_same() -> None:
    task = rivals()
    grouping = first_of(task)
    assert (cut(task, grouping, 0).of_group != cut(task, grouping, 1).of_group).any()


def test_the_parts_together_cost_what_the_whole_does_but_for_what_crosses() -> None:
    """Points of all parts add up: groups are whole, and likeness counts group by group."""
    task = rivals()
    grouping = first_of(task)
    division = cut(task, grouping, 0)
    each = tasks_of(task, grouping, division)
    scores = [score(one, division.grouping_of(p, grouping)) for p, one in enumerate(each)]
    whole = score(task, grouping)
    assert sum(one.points for one in scores) == whole.points
    assert sum(one.hard for one in scores) == whole.hard


def test_near_rows_of_a_part_take_turns() -> None:
    """Row 0 has rows 1 and 3 in its part, in that order; row 4 has nobody: itself."""
    division = Division(np.array([0, 0, 1, 0, 1]), np.array([0, 1]), 2)
    near = np.array([[2, 1, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], [0, 1, 3]])
    assert near_within(near, division, 0).tolist() == [[1, 2, 1], [0, 2, 0], [0, 1, 0]]
    assert near_within(near, division, 1).tolist() == [[0, 0, 0], [1, 1, 1]]


def test_nobody_is_with_a_rival_and_all_is_as_near_as_in_a_search_of_the_whole() -> None:
    """Of so many proposals in all: within a tenth, with borders through so few groups."""
    task = rivals()
    found = searched(task, per_row=4_000)
    whole, _, _ = search(task, seed=0, work=Work(1, 2_000), clock=Clock(Event(), None))
    assert found.score.hard == 0
    assert found.score == score(task, found.grouping)
    assert found.score < score(task, first_of(task))
    assert found.score.points < 1.1 * whole.score.points


def test_the_answer_does_not_depend_on_how_many_work() -> None:
    one, three = (searched(rivals(), workers) for workers in (1, 3))
    assert one.grouping.assignment.tolist() == three.grouping.assignment.tolist()


def test_who_is_pinned_sits_there() -> None:
    """Rows 0 to 4 in the last group, wherever they are."""
    task = rivals()
    allowed = np.zeros((5, 49), dtype=np.bool_)
    allowed[:, 23] = True
    pins = Place(name="pins", allowed=allowed, about=np.arange(5), n=480)
    pinned = replace(task, terms=(task.terms[0], pins))
    found = searched(pinned)
    assert found.score.hard == 0
    assert (found.grouping.assignment[:5] == 23).all()


def test_some_places_keep_as_many_placed() -> None:
    """440 of 480: the 40 with the largest lots outside, at first; some of them may change."""
    task = replace(
        rivals(),
        low=np.full(48, 5),
        high=np.full(48, 10),
        places=Places.exactly(440),
    )
    found = searched(task)
    assert (found.score.hard, found.score.not_placed) == (0, 40)


def test_a_time_limit_ends_it_with_everybody_apart() -> None:
    task = rivals()
    solution = solve(task, time_limit=1.0)
    assert check(task, solution).hard == 0
    assert solution.story.proposals > 0


def test_stopped_at_once_it_has_the_first_composition_downhill() -> None:
    task, stop = rivals(), Event()
    stop.set()
    large = part_by_part.parts_of(
        task,
        seed=0,
        work=Work(2, 400),
        clock=Clock(stop, None),
        workers=1,
        progress=None,
    )
    assert large is not None
    large.run()
    assert large.found.score <= score(task, first_of(task))


@pytest.mark.parametrize(
    "task",
    [
        round_of(90, 9),
        replace(rivals(), fair=True),
        replace(rivals(), terms=(*rivals().terms, Evenness(name="even", price=1))),
        replace(rivals(), terms=rivals().terms[1:]),
    ],
    ids=["few people", "fair", "even among all", "nothing near"],
)
def test_what_has_no_parts_is_searched_whole(task: Task) -> None:
    clock = Clock(Event(), None)
    whole = part_by_part.parts_of(
        task, seed=0, work=Work(1, 10), clock=clock, workers=1, progress=None
    )
    assert whole is None


def test_a_level_that_is_no_sum_over_groups_has_no_parts() -> None:
    assert may_be_divided(rivals())
    assert not may_be_divided(replace(rivals(), fair=True))
