"""The window of temperatures, by the arithmetic of what was told at falling temperatures."""

from __future__ import annotations

import numpy as np
import pytest

from solver.quantise import IntArray
from solver.search.anneal import KINDS, NEARBY, OPTION, ROUND, SHIFT, SWAP, TRIED, UPHILL
from solver.search.state import State
from solver.search.window import Window, equal_shares, kinds_of, shares_of, window_of
from tests.solver.search.test_anneal import line

NONE: IntArray = np.zeros(KINDS, dtype=np.int64)


def told(open_: list[float], moves: int) -> IntArray:
    """(steps, KINDS, 3): of a million swaps as many uphill as leave so many of ``moves`` open."""
    found = np.zeros((len(open_), KINDS, 3), dtype=np.int64)
    found[:, SWAP, TRIED] = 1_000_000
    found[:, SWAP, UPHILL] = np.round(1_000_000 * np.array(open_) / moves)
    return found


def test_a_window_falls_from_first_to_last_by_as_much_in_equal_times() -> None:
    window = Window(10_000, 100, NONE)
    assert [window.temperature(share / 4) for share in range(5)] == [10_000, 3_162, 1_000, 316, 100]


def test_it_begins_where_three_exchanges_are_open_and_ends_where_a_twentieth_is() -> None:
    """Halved at each temperature from 12: 3 at the third, 0.05 just before the ninth (0.047)."""
    counts = NONE.copy()
    counts[SWAP] = 99
    temperatures = [1_000 // 2**step for step in range(10)]
    window = window_of(temperatures, told([12 / 2**step for step in range(10)], 99), counts)
    assert window.hot == 250
    assert window.cold in (3, 4)


def test_what_rises_by_chance_is_evened_out() -> None:
    counts = NONE.copy()
    counts[SWAP] = 99
    temperatures = [1_000, 500, 250, 125, 62]
    even = window_of(temperatures, told([9, 4, 2, 2, 0.01], 99), counts)
    chance = window_of(temperatures, told([9, 4, 1, 3, 0.01], 99), counts)
    assert (even.hot, even.cold) == (chance.hot, chance.cold)


def test_every_kind_of_move_that_there_is_has_a_share() -> None:
    rates, there = np.zeros(KINDS), np.ones(KINDS, dtype=np.bool_)
    rates[[SWAP, NEARBY, SHIFT]] = 0.1, 0.3, 0.2
    shares = shares_of(rates, there)
    assert shares.sum() == ROUND
    assert shares[OPTION] == ROUND // 16
    # of what is left, swaps towards near rows get three parts of four
    assert shares[NEARBY] == pytest.approx(3 * shares[SWAP], abs=3)
    there[[SHIFT, OPTION]] = False
    alone = shares_of(rates, there)
    assert alone[[SHIFT, OPTION]].tolist() == [0, 0]
    assert alone.sum() == ROUND


def test_groups_of_one_size_have_no_moves_of_one_row() -> None:
    """20 rows in pairs: 19 swaps, 12 near rows in groups of two; nobody moves alone, no options."""
    task = line(20)
    counts = kinds_of(task, State(task))
    assert counts[[SWAP, NEARBY, SHIFT, OPTION]].tolist() == [19, 24, 0, 0]
    shares = equal_shares(counts)
    assert shares[[SWAP, NEARBY, SHIFT, OPTION]].tolist() == [ROUND // 2, ROUND // 2, 0, 0]
