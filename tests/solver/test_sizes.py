"""How many can be seated, and which groups open, where bounds differ and groups may close."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.places import Places
from solver.sizes import even_seats, even_sizes, groups_to_open, most_placed
from solver.task import Task
from tests.solver.strategies import tasks


def bare(
    n: int, low: list[int], high: list[int], *, may_close: bool = True, wished: int = -1
) -> Task:
    return Task(
        n=n,
        low=np.array(low),
        high=np.array(high),
        terms=(),
        places=Places.at_most(n) if may_close else Places.everyone(n),
        lot=np.arange(n),
        may_close=may_close,
        wished_groups=wished,
    )


def reachable(task: Task) -> int:
    """By trying every size of every group."""
    sizes = [
        ([0] if task.may_close else []) + list(range(int(low), int(high) + 1))
        for low, high in zip(task.low, task.high, strict=True)
    ]
    cap = min(task.n, task.places.high)
    return max((sum(one) for one in product(*sizes) if sum(one) <= cap), default=0)


@settings(max_examples=200, deadline=None)
@given(task=tasks(most=9))
def test_the_most_is_what_trying_every_size_comes_to(task: Task) -> None:
    assert most_placed(task) == reachable(task)


@settings(max_examples=200, deadline=None)
@given(task=tasks(most=9))
def test_a_search_starts_within_every_bound_with_as_many_as_can_be_seated(task: Task) -> None:
    seats = even_seats(task)
    sizes = np.bincount(seats, minlength=task.groups + 1)[: task.groups]
    if most_placed(task):
        assert sizes.sum() == most_placed(task)
        assert (sizes <= task.high).all()
        assert (sizes[sizes > 0] >= task.low[sizes > 0]).all()


def test_two_groups_of_exactly_five_seat_ten_of_twelve() -> None:
    assert most_placed(bare(12, [5, 5, 5], [5, 5, 5])) == 10


def test_the_groups_that_fill_best_open() -> None:
    """7 people: a group of 4 to 4 and one of 3 to 3 beat one of 6 to 6."""
    task = bare(7, [6, 4, 3], [6, 4, 3])
    assert groups_to_open(task, 7).tolist() == [False, True, True]
    assert even_sizes(task, 7).tolist() == [0, 4, 3]


@pytest.mark.parametrize(
    ("wished", "opened"), [(1, [True, False, False]), (2, [False, True, True])]
)
def test_of_equally_full_the_number_wished_opens(wished: int, opened: list[bool]) -> None:
    assert groups_to_open(bare(6, [6, 3, 3], [6, 3, 3], wished=wished), 6).tolist() == opened


def test_where_too_many_groups_are_compared_the_largest_close(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("solver.sizes.MOST_STATES", 0)
    assert groups_to_open(bare(6, [5, 3, 2], [6, 3, 3]), 6).tolist() == [False, True, True]


def test_even_sizes_within_unequal_bounds() -> None:
    assert even_sizes(bare(9, [1, 1, 1], [2, 9, 9], may_close=False), 9).tolist() == [2, 4, 3]


def one_by_one(task: Task, placed: int) -> list[int]:
    """The definition: each further row goes to the smallest group that has room, the first one."""
    opened = groups_to_open(task, placed)
    sizes = np.where(opened, task.low, 0)
    if opened.sum() == 1:
        sizes = np.minimum(sizes, placed)
    for _ in range(placed - int(sizes.sum())):
        room = np.flatnonzero(opened & (sizes < task.high))
        if room.size:
            sizes[room[np.argmin(sizes[room])]] += 1
    return [int(size) for size in sizes]


@settings(max_examples=200, deadline=None)
@given(task=tasks(most=9), placed=st.integers(0, 12))
def test_groups_are_filled_one_by_one(task: Task, placed: int) -> None:
    assert even_sizes(task, placed).tolist() == one_by_one(task, placed)
