"""A task of the largest numbers that are admitted: nothing leaves int64, on the way neither."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.enough import Alike
from solver.places import Places
from solver.quantise import LIMIT, IntArray
from solver.score import score
from solver.search.anneal import KINDS, ROUND, SWAP, TAKEN
from solver.search.kernels.dispatch import apply_move, price_move
from solver.search.kernels.memory import group_of
from solver.search.kernels.moves import may_shift
from solver.search.one_copy import Start
from solver.search.penalties import TOP, limits_at
from solver.search.window import HOTTEST
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from solver.terms import Evenness, Likeness, PairCost, Spread, Total
from tests.solver.search.test_anneal import line


def largest(task: Task) -> Task:
    """With features, of which two are far from all others, as large as the task admits."""
    features = np.arange(task.n)
    size = int(task.high.max())
    far = int((LIMIT // (size + 1) // 2 - int((features**2).sum())) ** 0.5) - task.n
    features[:2] = far, -far
    alike = Likeness(name="a", features=features.reshape(-1, 1), price=1)
    return replace(task, terms=(alike, *task.terms))


def pairs(n: int, most: int) -> IntArray:
    """(n, n) costs of all pairs no more than ``most`` together: one is nearly all of that."""
    costs = np.random.default_rng(0).integers(-9, 9, (n, n))
    costs = np.triu(costs, 1) + np.triu(costs, 1).T
    costs[0, 1] = costs[1, 0] = most // 2 - 9 * n * n
    return costs


EVEN = replace(line(100), terms=())
SOME = replace(EVEN, low=np.full(50, 1), high=np.full(50, 3), places=Places.at_most(90))
EDGE = PairCost(
    name="m",
    n=100,
    edges=np.array([[0, 1]]),
    costs=np.array([LIMIT - 1_024]),
    price=None,
    per="sum",
)
SPREAD = Spread(name="s", values=np.append(np.arange(99), LIMIT // 200), width=5)
TASKS = [
    largest(EVEN),
    largest(replace(SOME, terms=(Evenness(name="e"),))),
    largest(replace(EVEN, fair=True)),
    largest(replace(SOME, alike=None, fair=True)),
    replace(largest(EVEN), alike=Alike(("a",), LIMIT // 8)),
    replace(EVEN, terms=(PairCost(name="m", n=100, matrix=pairs(100, LIMIT - 1), price=1),)),
    replace(
        EVEN,
        terms=(PairCost(name="m", n=100, matrix=pairs(100, LIMIT // 3), price=1, per="member"),),
    ),
    replace(
        EVEN,
        terms=(replace(EDGE, price=1),),
        alike=Alike(("m",), 0),
    ),
    replace(EVEN, terms=(EDGE,)),
    replace(SOME, terms=(SPREAD,)),
    replace(SOME, terms=(Total(name="t", value=np.full(100, LIMIT // 101), low=0, high=10),)),
]


@pytest.mark.parametrize("task", TASKS)
def test_a_move_costs_what_it_does_at_the_highest_prices(task: Task) -> None:
    """Held to whole numbers without an end: what its amounts change by, times their prices."""
    start = Start(task, seed=0, number=0)
    state, draw = start.state, np.random.default_rng(1)
    limits = limits_at(state, HOTTEST)
    state.price[:] = np.where(limits[TOP] > 0, limits[TOP], state.price)
    for _ in range(1_000):
        i, j, alone = int(draw.integers(2)), int(draw.integers(task.n)), int(draw.integers(2))
        a, b = group_of(state.memory, i), group_of(state.memory, j)
        if a == b or (alone and not may_shift(state.memory, i, b)):
            continue
        j = -1 if alone else j
        before = [int(amount) for amount in state.amounts]
        told = price_move(state.memory, state.pairs, state.price, i, a, j, b)
        apply_move(state.memory, state.pairs, state.amounts, i, a, j, b)
        changed = [int(now) - then for now, then in zip(state.amounts, before, strict=True)]
        assert told == sum(int(p) * c for p, c in zip(state.price, changed, strict=True))
    assert state.score() == score(task, state.grouping())


@pytest.mark.parametrize("temperature", [HOTTEST, 2**50, 2**62])
def test_however_hot_it_is_everything_is_taken(temperature: int) -> None:
    start = Start(line(20), seed=1, number=0)
    shares = np.zeros(KINDS, dtype=np.int64)
    shares[SWAP] = ROUND
    start.anneal(temperature, 1_000, shares)
    assert start.told[SWAP, TAKEN] > 700


@pytest.mark.parametrize("n", [10, 12])
def test_few_rows_of_the_largest_numbers_are_composed(n: int) -> None:
    """All of them in one group could not be priced: so they are no few whose every division is."""
    step = int((LIMIT // 3 // sum(i * i for i in range(n))) ** 0.5) - 1
    task = line(n)
    alike = Likeness(name="a", features=step * np.arange(n).reshape(-1, 1), price=1)
    task = replace(task, terms=(alike,))
    assert solve(task, effort=Effort.QUICK).score.points == n // 2 * (step * step // 2)
