"""The best that was met: its score by levels, and its seats by a journal."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
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
from solver.score import Score
from solver.search.incumbent import score_of
from solver.search.kept import BEST, LOST, NOTED, ROOM, keep_best, kept_of, note, score_in, seats_in
from solver.search.kernels.memory import GROUP, STANDING_NOW
from solver.search.state import State
from solver.task import Task

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
    held = kept_of(TASK.n, 2, 0)
    score_in(held)[:] = best
    answer = keep_best(memory, amounts, is_breach, held)
    return bool(answer), tuple(score_in(held).tolist())


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


@settings(max_examples=60, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.booleans()), max_size=400))
def test_the_journal_leads_to_the_best_seats(moves: list[tuple[int, int, bool]]) -> None:
    """After any walk, as by a copy at every best; a walk longer than the journal has room for too.

    Three rows have room for 2 · 3 + 64 = 70 notes.
    """
    state, held = State(TASK), kept_of(TASK.n, 2, 0)
    m, amounts = state.memory, state.amounts.copy()
    assert held[ROOM] == 70
    amounts[SHARED] = len(moves) + 1
    keep_best(m, amounts, state.is_breach, held)
    copy = m[m[GROUP] : m[GROUP] + 3].copy()
    for row, group, is_best in moves:
        m[m[GROUP] + row] = group
        note(held, row, group)
        if is_best:
            amounts[SHARED] -= 1
            assert keep_best(m, amounts, state.is_breach, held)
            copy = m[m[GROUP] : m[GROUP] + 3].copy()
        assert held[LOST] == 1 or held[BEST] <= held[NOTED] <= held[ROOM]
    assert seats_in(held, 3)[0].tolist() == copy.tolist()
