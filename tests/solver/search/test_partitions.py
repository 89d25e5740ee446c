"""Trying every division of few rows finds the smallest score of all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from benchmarks.every_division import best_score
from solver.places import Places
from solver.score import score
from solver.search.partitions import best_partition, is_small
from solver.task import Task
from solver.terms import Choice, Likeness, Together
from tests.solver.strategies import tasks
from tests.solver.test_solve import every_grouping


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=9, least=7))
def test_it_equals_the_plain_one_where_groups_are_small(task: Task) -> None:
    """The same idea from the definitions alone; most subsets are larger than any group may be."""
    task = replace(task, high=np.maximum(task.low, 3), places=Places.at_most(task.n))
    task = replace(task, may_close=True)
    if is_small(task):
        assert best_partition(task).score == best_score(task)


@settings(max_examples=150, deadline=None)
@given(task=tasks(most=5))
def test_it_equals_brute_force(task: Task) -> None:
    """(K + 1)^n seats with every choice of options, all scored by the definitions."""
    if not is_small(task):
        return
    best = min(score(task, grouping) for grouping in every_grouping(task))
    found = best_partition(task)
    if best.hard:
        assert found.grouping is None
    else:
        assert found.score == best
        assert found.grouping is not None
        assert score(task, found.grouping) == best


@settings(max_examples=40, deadline=None)
@given(task=tasks(most=5, kinds=(Together, Likeness)))
def test_sets_count_by_the_groups_they_are_spread_over(task: Task) -> None:
    best = min(score(task, grouping) for grouping in every_grouping(task))
    assert best_partition(task).score == (None if best.hard else best)


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
