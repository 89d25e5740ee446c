"""Copies that cool together: the better take the place of the worse, as often as weights say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.quantise import IntArray
from solver.score import score
from solver.search.one_copy import Start
from solver.search.population import energies, heirs, resample
from tests.solver.search.test_anneal import line

COSTS = st.lists(st.integers(0, 2**62), min_size=1, max_size=12)


def seed(number: int) -> IntArray:
    drawn: IntArray = np.array([number], dtype=np.uint64)
    return drawn


@settings(deadline=None)
@given(costs=COSTS, warm=st.integers(1, 2**40), fall=st.integers(1, 50), number=st.integers(0, 9))
def test_every_place_has_an_heir_and_whoever_stays_keeps_theirs(
    costs: list[int], warm: int, fall: int, number: int
) -> None:
    cold = max(warm // fall, 1)
    found = heirs(costs, warm, cold, seed(number))
    assert len(found) == len(costs)
    assert all(found[heir] == heir for heir in found)
    # the best is always among them
    assert min(costs[heir] for heir in found) == min(costs)


def test_as_often_as_its_weight_says() -> None:
    """Between 1/T = 0.1 and 0.2 a copy that costs 10 more weighs 1/e: of four 2.92 and 1.08."""
    counts = np.zeros(4)
    for number in range(400):
        for heir in heirs([0, 0, 10, 10], 10, 5, seed(number)):
            counts[heir] += 1
    assert counts.sum() == 1_600
    assert counts[:2].sum() / 400 == pytest.approx(4 / (1 + np.exp(-1)), abs=0.1)


def test_equal_copies_all_stay() -> None:
    assert heirs([7, 7, 7], 100, 1, seed(3)) == [0, 1, 2]


def test_a_copy_becomes_another_and_keeps_the_best_it_met() -> None:
    starts = [Start(line(20), seed=0, number=number) for number in range(2)]
    for one in starts:
        one.descend(lambda: False)
    costs = energies(starts)
    assert costs == [one.state.score().points + one.state.score().lot for one in starts]
    worse = int(np.argmax(costs))
    far = Start(line(20), seed=0, number=7)
    resample([far, starts[1 - worse]], 2**20, 1, seed(0))
    assert far.state.score() == starts[1 - worse].state.score()
    assert far.found().score == starts[1 - worse].found().score
    assert far.found().score == score(far.task, far.found().grouping)
