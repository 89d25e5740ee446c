"""Trying every division of few rows finds the smallest score of all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from benchmarks.every_division import best_score
from solver.places import Places
from solver.score import score
from solver.search.divisions import best_partition, is_small
from solver.task import Task
from solver.terms import Choice, Evenness, Likeness, Place, Spread, Tally, Together, Total
from tests.solver.strategies import tasks
from tests.solver.test_solve import every_grouping


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=9, least=7))
def test_it_equals_the_plain_one_where_groups_are_small(task: Task) -> None:
    """The same idea from the definitions alone; most subsets are larger than any group may be."""
    task = replace(task, high=np.maximum(task.low, 3), places=Places.at_most(task.n))
    task = replace(task, may_close=True)
    if is_small(task):
        found = best_partition(task)
        assert (None if found is None else found.score) == best_score(task)


@settings(max_examples=150, deadline=None)
@given(task=tasks(most=5))
def test_it_equals_brute_force(task: Task) -> None:
    """(K + 1)^n seats with every choice of options, all scored by the definitions."""
    if not is_small(task):
        return
    best = min(score(task, grouping) for grouping in every_grouping(task))
    found = best_partition(task)
    if best.hard:
        assert found is None
    else:
        assert found is not None
        assert found.score == best
        assert score(task, found.grouping) == best


def test_far_more_rows_than_a_group_may_have_are_priced_as_one() -> None:
    """Row 0 in the last group, so that each group is priced by itself, in its own seats.

    Twelve rows at 0 to 11, their lots as well, in groups of 3 that are 2 wide at most: the nine
    lowest get a place, 0 to 2, 3 to 5 and 6 to 8 together.
    """
    at = np.array([7, 2, 10, 0, 5, 11, 3, 8, 1, 6, 9, 4])
    allowed = np.ones((12, 4), dtype=np.bool_)
    allowed[0] = [False, False, True, False]
    task = Task(
        n=12,
        low=np.full(3, 3),
        high=np.full(3, 3),
        terms=(
            Spread(name="s", values=at, width=2),
            Place(name="p", allowed=allowed),
        ),
        places=Places.at_most(12),
        lot=at,
        may_close=True,
    )
    found = best_partition(task)
    assert found is not None
    assert (found.score.hard, found.score.not_placed, found.score.lot) == (0, 3, 36)
    groups = {frozenset(at[members].tolist()) for _, members in found.grouping.open_groups()}
    assert groups == {frozenset(range(i, i + 3)) for i in (0, 3, 6)}
    assert found.grouping.assignment[0] == 2


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=6, kinds=(Evenness, Tally, Total)))
def test_even_sizes_are_tried_size_by_size(task: Task) -> None:
    if not is_small(task):
        return
    best = min(score(task, grouping) for grouping in every_grouping(task))
    found = best_partition(task)
    assert (None if found is None else found.score) == (None if best.hard else best)


@settings(max_examples=40, deadline=None)
@given(task=tasks(most=5, kinds=(Together, Likeness)))
def test_sets_count_by_the_groups_they_are_spread_over(task: Task) -> None:
    task = replace(task, alike=None)
    best = min(score(task, grouping) for grouping in every_grouping(task))
    found = best_partition(task)
    assert (None if found is None else found.score) == (None if best.hard else best)


def test_options_that_groups_share_out_are_left_to_others() -> None:
    """Two groups, one option with room for one of them: what one group takes bears on the other."""
    term = Choice(
        name="theme",
        allowed=np.ones((4, 2), dtype=np.bool_),
        cost=np.zeros((4, 2), dtype=np.int64),
        capacity=np.array([1, 2]),
    )
    task = Task(
        n=4,
        low=np.full(2, 1),
        high=np.full(2, 3),
        terms=(term,),
        places=Places.everyone(4),
        lot=np.arange(4),
    )
    assert not is_small(task)
