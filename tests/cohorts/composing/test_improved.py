"""The few steps that are kept of how the points fell."""

from __future__ import annotations

from cohorts.composing.improved import MOST, Step, steps_of
from solver.score import Score
from solver.solution import Story


def told(*by_work: tuple[float, int, int]) -> Story:
    """A story of (share, points, lots)."""
    scores = tuple((done, Score(0, 0, 0, (), 0, 0, soft, lot)) for done, soft, lot in by_work)
    return Story("", 1, 1, 0.0, reproducible=True, by_work=scores)


def test_a_short_story_is_kept_as_it_is() -> None:
    steps = steps_of(told((0.1, 9, 0), (0.123456, 8, 0), (1.0, 5, 0)))
    assert steps == (Step(0.1, 0, 0, 9), Step(0.1235, 0, 0, 8), Step(1.0, 0, 0, 5))


def test_a_long_one_keeps_its_first_its_last_and_the_best_of_each_part() -> None:
    """A thousand steps; of 39 equal parts the last of each, and the first of all."""
    steps = steps_of(told(*((k / 1000, 2000 - k, 0) for k in range(1, 1001))))
    assert len(steps) == MOST == 40
    assert (steps[0].done, steps[-1]) == (0.001, Step(1.0, 0, 0, 1000))
    assert (steps[1].done, steps[2].done) == (0.025, 0.051)


def test_what_is_better_by_lot_alone_is_no_step() -> None:
    assert steps_of(told((0.1, 9, 5), (0.9, 9, 4))) == (Step(0.1, 0, 0, 9),)


def test_nothing_searched_no_story() -> None:
    assert steps_of(told()) == ()
