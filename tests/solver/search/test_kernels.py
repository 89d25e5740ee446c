"""Every kernel counts what its term's definition counts, after any walk of moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.score import score, structural_breaches
from solver.search.kernels import choice
from solver.search.kernels.blocks import SHARED, kernel_of
from solver.search.kernels.dispatch import apply_move, apply_option, price_move, price_option
from solver.search.kernels.kinds import CHOICE, KIND_OF
from solver.search.kernels.memory import AMOUNT, BLOCKS, HEADER, KIND
from solver.search.kernels.moves import may_shift
from solver.search.kernels.structure import (
    ALIKE_ABOVE,
    GROUPS_OFF,
    LEVELS,
    LOTS,
    NOT_PLACED,
    STANDING,
    WORST,
)
from solver.search.state import State
from solver.task import Task
from solver.terms import TERMS, Term
from tests.solver.strategies import groupings, tasks


def test_every_term_has_a_kernel_that_packs_and_counts_it() -> None:
    found = {kernel_of(kind) for kind in TERMS}
    assert {number for number, _ in found} == set(KIND_OF.values())
    for _, kernel in found:
        assert callable(kernel.pack)
        assert {"change", "update", "breaches"} & set(vars(kernel))
    assert set(SHARED) <= {kind.module_name() for kind in TERMS}


def penalised(task: Task, grouping: Grouping, price: np.ndarray) -> int:
    """Σ price × amount from the definitions, for prices of every amount."""
    now = score(task, grouping)
    value = price[0] * structural_breaches(task, grouping)
    value += price[NOT_PLACED] * now.not_placed + price[GROUPS_OFF] * now.groups_off
    value += price[WORST] * now.worst + price[LOTS] * now.lot
    value += price[STANDING] * below(task, grouping) + price[ALIKE_ABOVE] * now.alike
    for t, term in enumerate(task.terms):
        charge = term.defined(grouping)
        value += price[LEVELS + 2 * t] * int(charge.breaches.sum())
        value += int(charge.points.sum()) if term.name not in task.alike_terms else 0
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
    task = data.draw(tasks(kinds=(kind,)))
    walk(task, data)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_walk_with_all_terms_together(data: st.DataObject) -> None:
    walk(data.draw(tasks()), data)


def walk(task: Task, data: st.DataObject) -> None:
    """Prices before applying, applies, and compares with the definitions after every move."""
    state = State(task)
    state.load(data.draw(groupings(task)))
    state.price[state.is_breach == 1] = data.draw(st.integers(1, 9))
    state.price[[NOT_PLACED, GROUPS_OFF, STANDING]] = 7
    state.price[ALIKE_ABOVE] = data.draw(st.integers(0, 3))
    assert state.score() == score(task, state.grouping())
    for _ in range(data.draw(st.integers(1, 12))):
        before = penalised(task, state.grouping(), state.price)
        delta = one_move(state, data)
        after = penalised(task, state.grouping(), state.price)
        assert after - before == delta
        assert state.score() == score(task, state.grouping())
        amounts = State(task)
        amounts.load(state.grouping())
        np.testing.assert_array_equal(state.amounts, amounts.amounts)


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
    delta = price_move(m, state.price, i, a, j, b)
    apply_move(m, state.amounts, state.price, i, a, j, b)
    return int(delta)


def one_option(state: State, data: st.DataObject) -> int:
    m = state.memory
    blocks = [int(o) for o in m[HEADER : HEADER + m[BLOCKS]] if m[o + KIND] == CHOICE]
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
    apply_option(m, state.amounts, state.price, o, group, slot, option)
    return int(delta)
