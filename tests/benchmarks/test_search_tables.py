"""What the tables of the search count: rivals, values, times, and the rounds that are measured."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.features import LARGEST, SMALLEST, people, rivals, task_of
from benchmarks.peak import in_own_process, peak_mb
from benchmarks.proposals import in_the_middle, likeness, matrix
from benchmarks.rivals_apart import beside, judged
from benchmarks.table import Table
from benchmarks.ten_rules import seconds_to, times
from solver.grouping import Grouping
from solver.score import Score
from solver.sizes import even_seats
from solver.solution import Story


def test_rivals_are_near_each_other_and_named_once() -> None:
    features = people(200, seed=3)
    pairs = rivals(features, seed=3)
    assert (pairs[:, 0] < pairs[:, 1]).all()
    assert len({tuple(pair) for pair in pairs.tolist()}) == len(pairs)
    assert 15 <= len(pairs) <= 20
    for one, other in pairs.tolist():
        far = ((features - features[one]) ** 2).sum(axis=1)
        back = ((features - features[other]) ** 2).sum(axis=1)
        assert min((far < far[other]).sum(), (back < back[one]).sum()) <= 30


def test_the_same_round_every_time() -> None:
    assert (people(50, seed=1) == people(50, seed=1)).all()
    assert (people(50, seed=1) != people(50, seed=2)).any()


def test_what_is_judged_are_rivals_together_and_sizes() -> None:
    """Twenty in a row of two groups: 0 and 1 are rivals and sit together; 12 and 8 are off by 2."""
    task = task_of(people(20, seed=0), np.array([[0, 1], [0, 19]]))
    even = Grouping(np.repeat([0, 1], 10), 2)
    assert judged(task, even)["broken"] == 1
    assert judged(task, Grouping(np.repeat([0, 1], [12, 8]), 2))["broken"] == 1 + (12 - LARGEST) + (
        SMALLEST - 8
    )
    assert judged(task, even)["value"] == int(task.terms[0].charge(even).points.sum())


def test_a_minus_is_better_than_the_other_program() -> None:
    mine = {"value": 95, "seconds": 1.0, "broken": 0, "peak_mb": 1}
    line = beside(mine, {**mine, "value": 100, "broken": 5}, 1_000, 0)
    assert (line["excess_percent"], line["broken"], line["peer_broken"]) == (-5.0, 0, 5)


def test_when_it_was_within_one_percent_and_broke_nothing() -> None:
    told = [(0.1, 0, 0, 150), (0.2, 2, 0, 99), (0.3, 0, 1, 99), (0.4, 0, 0, 101), (0.5, 0, 0, 100)]
    scores = tuple((s, Score(hard, out, 0, (), 0, 0, p, 0)) for s, hard, out, p in told)
    story = Story("", 1, 1, 0.6, reproducible=True, incumbents=scores)
    assert seconds_to(100, story) == 0.4
    assert seconds_to(90, story) is None
    assert times(0.4, 0.2) == 2.0
    assert times(None, 0.2) is None


@pytest.mark.parametrize("made", [matrix, likeness])
def test_rounds_whose_proposals_are_counted_can_be_searched(made: type) -> None:
    task = made()
    assert task.low.sum() <= task.n <= task.high.sum()
    assert np.bincount(even_seats(task)).min() > 0


def test_proposals_a_second_are_counted() -> None:
    assert in_the_middle(likeness(), 0.01) > 1_000


def test_a_process_of_its_own_has_a_peak_of_its_own() -> None:
    held = np.ones(40_000_000)  # 320 MB here, and nothing of it there
    here, there = peak_mb(), in_own_process(peak_mb)
    assert held.size
    assert here > 320
    assert 1 < there < here - 200


def test_a_row_stands_below_its_heads_and_says_nothing_of_what_is_not_known() -> None:
    table = Table({"name": 6, "value": 9})
    assert table.head() == "name        value"
    assert table.row({"name": "a", "value": 1234.5}) == "a       1,234.500"
    assert table.row({"name": "a"}) == "a               –"
