"""The parts of an annealing: what is accepted, what is kept, where it looks."""

from __future__ import annotations

from itertools import product
from threading import Event

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from solver.lowered.counted import (
    ALIKE_ABOVE,
    BREACHES,
    GROUPS_OFF,
    LEVELS,
    LOTS,
    NOT_PLACED,
    SHARED,
    WORST,
)
from solver.places import Places
from solver.quantise import IntArray
from solver.score import Score
from solver.search.anneal import MINUS_LOG, draw, is_accepted, keep_best, target_of
from solver.search.kernels.memory import STANDING_NOW, group_of
from solver.search.local import Clock, Start, score_of, search, seed_of
from solver.search.neighbours import NEIGHBOURS
from solver.search.schedule import Work
from solver.search.state import State
from solver.task import Task
from solver.terms import Likeness

FIELDS = (BREACHES, NOT_PLACED, GROUPS_OFF, WORST, ALIKE_ABOVE, SHARED, LOTS)
"""The amounts that are one level of the score each."""
TASK = Task(
    n=3,
    low=np.array([1]),
    high=np.array([3]),
    terms=(),
    places=Places.everyone(3),
    lot=np.arange(3),
    standing=np.array([4, 6, 6]),
)
"""Two standings occur, so that the level of standing has two numbers."""


def kept(now: tuple[int, ...], best: tuple[int, ...]) -> tuple[bool, tuple[int, ...]]:
    """Whether a state with the levels ``now`` replaces ``best``, and what is best then."""
    amounts, is_breach = np.zeros(LEVELS + 1, dtype=np.int64), np.zeros(LEVELS + 1, dtype=np.int64)
    amounts[list(FIELDS)] = (*now[:3], *now[5:])
    is_breach[[BREACHES, LEVELS]] = 1
    memory = State(TASK).memory
    memory[memory[STANDING_NOW] : memory[STANDING_NOW] + 2] = now[3:5]
    held = np.array(best, dtype=np.int64)
    answer = keep_best(memory, amounts, is_breach, held)
    return bool(answer), tuple(held.tolist())


def test_the_best_is_kept_in_the_order_of_the_score() -> None:
    """All 512 × 512 pairs of scores of nine numbers that are 0 or 1, every 61st of them."""
    pairs = list(product(product((0, 1), repeat=9), repeat=2))
    for now, best in pairs[::61]:
        less = score_of(np.array(now)) < score_of(np.array(best))
        assert kept(now, best) == (less, now if less else best)


LEVEL = st.integers(0, 3)
SCORES = st.tuples(*(st.integers(-5, 5) if at == 7 else LEVEL for at in range(9)))


@given(now=SCORES, best=SCORES)
def test_the_best_is_kept_whatever_the_levels(now: tuple[int, ...], best: tuple[int, ...]) -> None:
    less = score_of(np.array(now)) < score_of(np.array(best))
    assert kept(now, best) == (less, now if less else best)


def test_the_numbers_of_a_score_are_its_levels_in_order() -> None:
    assert score_of(np.arange(9)) == Score(0, 1, 2, (3, 4), 5, 6, 7, 8)
    assert score_of(np.arange(7)) == Score(0, 1, 2, (), 3, 4, 5, 6)


def share_accepted(delta: int, temperature: int) -> float:
    seed = seed_of(5)
    return float(np.mean([is_accepted(delta, temperature, seed, MINUS_LOG) for _ in range(4000)]))


def test_a_move_for_the_worse_is_accepted_as_often_as_metropolis_says() -> None:
    """exp(-1) = 0.368 at one temperature, exp(-4) = 0.018 at four."""
    assert share_accepted(0, 1000) == 1
    assert abs(share_accepted(1000, 1000) - np.exp(-1)) < 0.02
    assert abs(share_accepted(4000, 1000) - np.exp(-4)) < 0.01
    assert share_accepted(1000, 0) == 0


def line(n: int) -> Task:
    """n rows on a line, in groups of two: near is who stands beside you."""
    return Task(
        n=n,
        low=np.full(n // 2, 2),
        high=np.full(n // 2, 2),
        terms=(Likeness(name="a", features=np.arange(n).reshape(-1, 1), price=1),),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_six_of_ten_targets_are_where_somebody_near_sits() -> None:
    """60 rows, 30 groups: the 12 nearest of row 0 sit in groups 0 to 6, whom chance finds in 7/31.

    0.6 + 0.4 · 7/31 = 0.69.
    """
    task = line(60)
    state = State(task)
    seats: IntArray = np.arange(60) // 2
    state.load(state.grouping_of(seats, state.options()))
    assert group_of(state.memory, NEIGHBOURS) == 6
    seed = seed_of(3)
    found = [target_of(state.memory, state.near, 0, seed) <= 6 for _ in range(4000)]
    assert abs(np.mean(found) - (0.6 + 0.4 * 7 / 31)) < 0.03


def test_numbers_are_drawn_evenly() -> None:
    seed = seed_of(1)
    found = np.bincount([draw(seed, 7) for _ in range(7000)], minlength=7)
    assert (abs(found - 1000) < 150).all()


def test_every_start_draws_its_own_numbers_and_begins_elsewhere() -> None:
    starts = [Start(line(20), seed=4, number=number) for number in range(6)]
    assert len({int(start.seed[0]) for start in starts}) == 6
    assert len({start.found().grouping.assignment.tobytes() for start in starts}) == 6


def test_another_seed_is_another_search() -> None:
    work, clock = Work(1, 1), Clock(Event(), None)
    found = {
        search(line(40), seed=seed, work=work, clock=clock)[0].grouping.assignment.tobytes()
        for seed in range(6)
    }
    assert len(found) == 6
