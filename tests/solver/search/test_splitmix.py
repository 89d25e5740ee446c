"""Numbers at random, and what is accepted."""

from __future__ import annotations

import numpy as np

from solver.search.splitmix import MINUS_LOG, draw, drawn, first_of, most_uphill, second_of, seed_of


def share_accepted(delta: int, temperature: int) -> float:
    seed = seed_of(5)
    most = [most_uphill(np.uint64(drawn(seed)), temperature, MINUS_LOG) for _ in range(4000)]
    return float(np.mean(delta <= np.array(most)))


def test_a_move_for_the_worse_is_accepted_as_often_as_metropolis_says() -> None:
    """exp(-1) = 0.368 at one temperature, exp(-4) = 0.018 at four."""
    assert share_accepted(0, 1000) == 1
    assert abs(share_accepted(1000, 1000) - np.exp(-1)) < 0.02
    assert abs(share_accepted(4000, 1000) - np.exp(-4)) < 0.01
    assert share_accepted(1000, 0) == 0


def test_numbers_are_drawn_evenly() -> None:
    seed = seed_of(1)
    found = np.bincount([draw(seed, 7) for _ in range(7000)], minlength=7)
    assert (abs(found - 1000) < 150).all()


def test_one_draw_gives_two_rows_evenly_and_apart() -> None:
    """Of 4,900 draws below 7 each of the 49 pairs comes about 100 times."""
    seed = seed_of(2)
    pairs = np.zeros((7, 7))
    for _ in range(4900):
        bits = np.uint64(drawn(seed))
        pairs[first_of(bits, 7), second_of(bits, 7)] += 1
    assert (abs(pairs - 100) < 50).all()
