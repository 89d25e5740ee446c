"""Every kernel counts what its term's definition counts, after any walk of moves."""

from __future__ import annotations

from importlib import import_module
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.lowered.counted import (
    ALIKE_ABOVE,
    BREACHES,
    BROKEN,
    GROUPS_OFF,
    LEVELS,
    LOTS,
    NOT_PLACED,
    STANDING,
    WORST,
)
from solver.lowered.lower import lower_term
from solver.lowered.lowered import DENSE
from solver.places import Places
from solver.score import score, structural_breaches
from solver.search.kernels import choice
from solver.search.kernels.dispatch import (
    apply_move,
    apply_option,
    price_move,
    price_musts,
    price_option,
    price_wishes,
)
from solver.search.kernels.kinds import OWN
from solver.search.kernels.memory import AMOUNT, CHOICES, END
from solver.search.kernels.memory import OWN as OWN_POINTS
from solver.search.kernels.moves import may_shift
from solver.search.shared import Shared
from solver.search.state import State
from solver.task import Task
from solver.terms import TERMS, Likeness, Term
from tests.solver.strategies import groupings, tasks

WORST_ALONE = np.array([int(amount == WORST) for amount in range(LEVELS + 1)])
"""Prices by which a move costs what it does to the worst group."""


def test_every_term_is_folded_or_has_a_kernel_of_its_own() -> None:
    """Those that are folded say so to ``lower_term``; the others have a module of their name."""
    folded = {kind.module_name() for kind in TERMS if kind in lower_term.registry}
    own = {kind.module_name() for kind in TERMS} - folded
    assert own | {"choice"} == set(OWN)
    for name in OWN:
        kernel = import_module(f"solver.search.kernels.{name}")
        assert callable(kernel.pack)
        assert {"change", "breaches"} & set(vars(kernel))


def penalised(state: State, grouping: Grouping) -> int:
    """Σ price × amount from the definitions, for prices of every amount."""
    task, price, now = state.task, state.price, score(state.task, grouping)
    value = price[BREACHES] * structural_breaches(task, grouping)
    value += price[NOT_PLACED] * now.not_placed + price[GROUPS_OFF] * now.groups_off
    value += price[WORST] * now.worst + price[LOTS] * now.lot + now.points
    value += price[STANDING] * below(task, grouping) + price[ALIKE_ABOVE] * now.alike
    for term, amount in zip(task.terms, state.breaches, strict=True):
        breaches = term.defined(grouping).breaches
        value += price[amount] * int(breaches.sum())
        value += price[BROKEN] * int(np.count_nonzero(breaches)) if term.in_quanta else 0
    return int(value)


def below(task: Task, grouping: Grouping) -> int:
    """How far the placed rows are below the floor; or of each row outside who stands lower."""
    if task.standing is None:
        return 0
    outside = task.standing[grouping.assignment == grouping.outside]
    if task.floor is not None:
        return max(task.floor - int(task.standing.sum() - outside.sum()), 0)
    return sum(np.unique(task.standing[task.standing < one]).size for one in outside)


@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_walk_keeps_definition_and_kernel_equal(kind: type[Term], data: st.DataObject) -> None:
    walk(data.draw(tasks(kinds=(kind,))), data)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_a_walk_with_all_terms_together(data: st.DataObject) -> None:
    walk(data.draw(tasks()), data)


def walk(task: Task, data: st.DataObject) -> None:
    """With a table of all pairs, or as with very many rows."""
    most = data.draw(st.sampled_from([DENSE, 0]))
    with patch("solver.lowered.lowered.DENSE", most):
        shared = Shared.of(task)
    walk_of(State(task, shared=shared), data)


def walk_of(state: State, data: st.DataObject) -> None:
    """Prices before applying, applies, and compares with the definitions after every move."""
    task = state.task
    state.load(data.draw(groupings(task)))
    for amount in np.flatnonzero(state.is_breach):
        state.price[amount] = data.draw(st.integers(1, 9))
    state.price[[NOT_PLACED, GROUPS_OFF, STANDING]] = 7
    state.price[BROKEN] = data.draw(st.integers(0, 3))
    state.price[ALIKE_ABOVE] = data.draw(st.integers(0, 3))
    assert state.score() == score(task, state.grouping())
    for _ in range(data.draw(st.integers(1, 12))):
        before = penalised(state, state.grouping())
        delta = one_move(state, data)
        after = penalised(state, state.grouping())
        assert after - before == delta
        assert state.score() == score(task, state.grouping())
        fresh = State(task, shared=state.shared)
        fresh.load(state.grouping())
        np.testing.assert_array_equal(state.amounts, fresh.amounts)
        np.testing.assert_array_equal(own_points(state), own_points(fresh))


@pytest.mark.parametrize("seed", range(4))
def test_three_worst_of_many_groups(seed: int) -> None:
    """Of seven groups, which open and close, the worst is that of the definition after any move."""
    draw = np.random.default_rng(seed)
    task = Task(
        n=16,
        low=np.ones(7, dtype=np.int64),
        high=np.full(7, 16),
        terms=(Likeness(name="a", features=draw.integers(-9, 9, (16, 2)), price=3),),
        places=Places.at_most(16),
        lot=np.arange(16),
        may_close=True,
        fair=True,
    )
    state = State(task)
    m, pairs = state.memory, state.pairs
    for _ in range(400):
        i, j, to = (int(one) for one in draw.integers(0, (16, 16, 8)))
        a = int(state.grouping().assignment[i])
        alone = bool(draw.integers(2))
        j, b = (-1, to) if alone else (j, int(state.grouping().assignment[j]))
        if a == b or (alone and not may_shift(m, i, b)):
            continue
        before, more = state.score().worst, price_wishes(m, pairs, WORST_ALONE, i, a, j, b)
        apply_move(m, pairs, state.amounts, i, a, j, b)
        assert state.score().worst == score(task, state.grouping()).worst == before + more


def own_points(state: State) -> np.ndarray:
    """(K,) what every group has of its own, as far as it is kept."""
    m = state.memory
    return m[m[OWN_POINTS] : m[OWN_POINTS] + state.task.groups]


def one_move(state: State, data: st.DataObject) -> int:
    """Makes a move where it is allowed; returns its price, 0 for none."""
    task, m = state.task, state.memory
    seats = state.grouping().assignment
    i = data.draw(st.integers(0, task.n - 1))
    a = int(seats[i])
    kind = data.draw(st.sampled_from(["swap", "shift", "option"]))
    if kind == "swap":
        j = data.draw(st.integers(0, task.n - 1))
        b = int(seats[j])
        if a == b:
            return 0
    elif kind == "shift":
        j, b = -1, data.draw(st.integers(0, task.groups))
        if not may_shift(m, i, b):
            return 0
    else:
        return one_option(state, data)
    delta = price_move(m, state.pairs, state.price, i, a, j, b)
    wishes = price_wishes(m, state.pairs, state.price, i, a, j, b)
    musts = price_musts(m, state.pairs, state.price, i, a, j, b)
    assert wishes + musts == delta
    if state.score().hard == 0 and j >= 0 and state.task.groups not in (a, b):
        assert musts >= 0
    apply_move(m, state.pairs, state.amounts, i, a, j, b)
    return int(delta)


def one_option(state: State, data: st.DataObject) -> int:
    m = state.memory
    blocks = [int(o) for o in m[m[CHOICES] : m[END]]]
    if not blocks:
        return 0
    o = data.draw(st.sampled_from(blocks))
    group = data.draw(st.integers(0, state.task.groups - 1))
    slot = data.draw(st.integers(0, int(m[o + choice.TAKE]) - 1))
    option = data.draw(st.integers(0, int(m[o + choice.OPTIONS]) - 1))
    if not choice.is_free(m, o, group, option):
        return 0
    assert m[o + AMOUNT] >= LEVELS
    delta = price_option(m, state.price, o, group, slot, option)
    apply_option(m, state.amounts, o, group, slot, option)
    return int(delta)
