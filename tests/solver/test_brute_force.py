"""Small random rounds against every division of their people: the best, for points and for lots."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from benchmarks.brute_force import found_by, with_levels
from benchmarks.every_division import best_score, understood
from benchmarks.random_rounds import made
from solver.score import score
from solver.task import Task
from tests.solver.neighbourhood import better
from tests.solver.strategies import tasks
from tests.solver.test_solve import every_grouping

DEAR = {16}
"""Takes as long as all the others together: ``benchmarks.brute_force`` composes it."""


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=5))
def test_every_division_is_brute_force(task: Task) -> None:
    """The dynamic programming of the benchmark against plain enumeration."""
    if not understood(task):
        return
    best = min(score(task, grouping) for grouping in every_grouping(task))
    assert best_score(task) == (None if best.hard else best)


@pytest.mark.parametrize("number", range(60))
def test_who_stands_first_and_what_is_alike_enough_are_the_best(number: int) -> None:
    """Eight or nine people: standing with ties and margins, likeness up to a level, or both."""
    task = made(number, 8, 9).task()
    if task is None or not understood(task):
        return
    task = with_levels(task, number)
    best, found = best_score(task), found_by(task, "quick", seed=number)
    assert (None if found is None else found.score) == best


@pytest.mark.parametrize("number", sorted({*range(40)} - DEAR))
def test_a_round_of_ten_gets_its_best_composition(number: int) -> None:
    """At the lowest effort, as a user gets it: points, places and lots are those of brute force.

    The search alone, without the proof, breaks nothing and leaves no move that gains.
    """
    task = made(number, 10, 10).task()
    if task is None or not understood(task):
        return
    best, found, searched = (
        best_score(task),
        found_by(task, "quick", seed=number),
        found_by(task, "search quick", seed=number),
    )
    assert (None if found is None else found.score) == best
    assert (searched is None) == (best is None)
    if searched is not None and best is not None:
        assert searched.score >= best
        assert better(task, searched.grouping) is None
