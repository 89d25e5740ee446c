"""The story of improvements by work: how the best score fell, without any clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from solver.score import Score
from solver.search.improvements import falling, of_all
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from tests.solver.search.ledger_tasks import noise, some_placed


def points(value: int, hard: int = 0, worst: int = 0) -> Score:
    return Score(hard, 0, 0, (), worst, 0, value, 0)


def test_what_is_no_better_than_before_is_not_kept() -> None:
    told = ((0.1, points(5)), (0.2, points(5)), (0.3, points(6)), (0.4, points(4)))
    assert tuple(falling(told)) == ((0.1, points(5)), (0.4, points(4)))


def test_searches_count_by_their_proposals() -> None:
    """100 proposals, then 300: half of the second is at 250 of 400."""
    searches = [(100, ((0.5, points(9)),)), (300, ((0.5, points(4)),))]
    assert of_all(searches, points(4)) == ((0.125, points(9)), (0.625, points(4)))


def test_only_what_is_as_good_before_the_points_and_not_better_than_the_answer() -> None:
    told = ((0.1, points(1, hard=2)), (0.2, points(9)), (0.3, points(3)), (0.4, points(2)))
    assert of_all([(10, told)], points(3)) == ((0.2, points(9)), (0.3, points(3)))


def test_the_answer_comes_at_the_end_where_no_search_told_of_it() -> None:
    assert of_all([(10, ((0.2, points(9)),))], points(3)) == ((0.2, points(9)), (1.0, points(3)))
    assert of_all([], points(3)) == ((1.0, points(3)),)


@pytest.mark.parametrize("made", [noise, some_placed])
def test_the_story_is_the_same_on_one_core_and_on_two(made: Callable[[], Task]) -> None:
    one, two = (solve(made(), effort=Effort.QUICK, workers=cores) for cores in (1, 2))
    assert one.story.by_work == two.story.by_work
    shares, scores = zip(*one.story.by_work, strict=True)
    assert list(shares) == sorted(shares)
    assert list(scores) == sorted(set(scores), reverse=True)
    assert scores[-1] == one.score
    assert shares[0] > 0
    assert shares[-1] <= 1
