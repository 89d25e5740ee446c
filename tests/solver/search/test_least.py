"""When a search by the clock may end: where no grouping can be better."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.places import Places
from solver.score import Score
from solver.search.local import _is_least
from solver.task import Task
from solver.terms import PairCost

NOTHING = Score(hard=0, not_placed=0, groups_off=0, standing=(), worst=0, alike=0, points=0, lot=5)


@pytest.mark.parametrize("by_matrix", [False, True])
@pytest.mark.parametrize(("cost", "least"), [(1, True), (-1, False)])
def test_points_of_nothing_are_the_least_only_where_no_pair_gains(
    cost: int, least: bool, by_matrix: bool
) -> None:
    """One pair of four costs a quantum, or spares one: then 0 is not the end of it."""
    pair = np.array([[0, 1]])
    term = PairCost(name="pair", n=4, price=1, edges=pair, costs=np.array([cost]))
    if by_matrix:
        matrix = np.zeros((4, 4), dtype=np.int64)
        matrix[[0, 1], [1, 0]] = cost
        term = replace(term, matrix=matrix, edges=None, costs=None)
    twos = np.full(2, 2)
    task = Task(
        n=4, low=twos, high=twos, terms=(term,), places=Places.everyone(4), lot=np.arange(4)
    )
    assert _is_least(NOTHING, task) is least
    assert not _is_least(replace(NOTHING, points=1), task)
