"""An annealing: its prices are those of the definition, and its copies go their own ways."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.places import Places
from solver.score import score
from solver.search.anneal import KINDS, NEARBY, OPTION, ROUND, SHIFT, SWAP, TAKEN, TRIED
from solver.search.local import search
from solver.search.one_copy import Start
from solver.search.penalties import limits_at
from solver.search.schedule import Work
from solver.search.stopwatch import Clock
from solver.task import Task
from solver.terms import Likeness
from tests.solver.strategies import tasks


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


@settings(max_examples=100, deadline=None)
@given(data=st.data(), task=tasks())
def test_whatever_was_moved_the_amounts_are_those_of_the_definition(
    data: st.DataObject, task: Task
) -> None:
    """Moves of each kind alone, hot and cold; what it kept says its own score."""
    start = Start(task, seed=data.draw(st.integers(0, 9)), number=0)
    start.demand(limits_at(start.state, data.draw(st.sampled_from([1, 1_000, 10**9]))))
    for kind in data.draw(st.lists(st.sampled_from([SWAP, SHIFT]), min_size=1, max_size=4)):
        shares = np.zeros(KINDS, dtype=np.int64)
        shares[kind] = ROUND
        start.anneal(data.draw(st.sampled_from([0, 100, 10**9])), 200, shares)
        assert start.state.score() == score(task, start.state.grouping())
        assert start.found().score == score(task, start.found().grouping)


@pytest.mark.parametrize("kind", [SWAP, NEARBY, SHIFT])
def test_what_is_told_is_what_was_proposed(kind: int) -> None:
    """While everything is taken, nearly every proposal between two groups is."""
    start = Start(line(20), seed=1, number=0)
    shares = np.zeros(KINDS, dtype=np.int64)
    shares[kind] = ROUND
    start.anneal(2**40, 1_000, shares)
    assert start.told[kind, TRIED] == 1_000 == start.told.sum(axis=0)[TRIED]
    # groups of two are full: nobody moves alone
    assert (start.told[kind, TAKEN] > 700) == (kind != SHIFT)
    assert start.told[OPTION].sum() == 0


def test_a_swap_towards_near_rows_ends_where_one_of_them_sits() -> None:
    """On a line of 60 in groups of two the 12 nearest of a row stand at most 12 away from it.

    Twenty times, for one swap in two ends there by chance.
    """
    shares = np.zeros(KINDS, dtype=np.int64)
    shares[NEARBY] = ROUND
    moves = 0
    for number in range(20):
        start = Start(line(60), seed=1, number=number)
        seats = start.state.grouping().assignment.copy()
        start.anneal(2**38, 1, shares)
        now = start.state.grouping().assignment
        moved = np.flatnonzero(seats != now)
        near = [abs(np.flatnonzero(seats == now[row]) - row).min() for row in moved]
        assert not near or min(near) <= 12
        moves += moved.size // 2
    assert moves > 15


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
