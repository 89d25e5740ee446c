"""How hot and how dear a search starts; a breach costs more than a person without a place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.lowered.counted import BREACHES, BROKEN, GROUPS_OFF, LEVELS, NOT_PLACED
from solver.places import Places
from solver.quantise import IntArray
from solver.search.anneal import FIRST, FLOOR, REST, TOP, adapt
from solver.search.local import seed_of
from solver.search.schedule import COOLING, STEPS, Scale, scale_of, strict
from solver.search.state import State
from solver.sizes import most_placed
from solver.task import Task
from solver.terms import Apart, Likeness, PairCost, Spread, Total
from tests.solver.strategies import groupings, tasks


def first_unit(task: Task, k: int, price: IntArray) -> int:
    """What the smallest breach of amount k costs: its unit, and what comes with the first one."""
    term = None if k < LEVELS else task.terms[k - LEVELS]
    return int(price[k]) + (int(price[BROKEN]) if term is not None and term.in_quanta else 0)


def breaches(task: Task) -> list[int]:
    """The amounts that can be broken."""
    hard = [LEVELS + t for t, term in enumerate(task.terms) if term.is_hard]
    return [BREACHES, *hard]


@settings(max_examples=100, deadline=None)
@given(data=st.data(), task=tasks())
def test_a_breach_costs_more_than_a_person_not_placed_at_every_moment(
    data: st.DataObject, task: Task
) -> None:
    """At the lowest and highest prices, and after any walk of prices up and down between them."""
    state = State(task)
    state.load(data.draw(groupings(task)))
    scale = scale_of(state, seed_of(data.draw(st.integers(0, 99))))
    dear = strict(scale.limits) if data.draw(st.booleans()) else scale.limits
    for row in (FLOOR, TOP):
        cheapest = min(first_unit(task, k, dear[row]) for k in breaches(task))
        assert cheapest > dear[row][NOT_PLACED]
    price = np.where(dear[TOP] > 0, dear[FLOOR], state.price)
    for _ in range(data.draw(st.integers(1, 60))):
        kind = st.sampled_from([0, 0, 1, task.n])
        amounts = np.array([data.draw(kind) for _ in range(price.size)], dtype=np.int64)
        adapt(amounts, price, dear)
        assert min(first_unit(task, k, price) for k in breaches(task)) > price[NOT_PLACED]
        penalties = dear[TOP] > 0
        assert (price[penalties] <= dear[TOP][penalties]).all()


def test_a_scale_in_which_a_breach_is_cheaper_is_refused() -> None:
    limits = np.zeros((4, LEVELS), dtype=np.int64)
    limits[FIRST, BREACHES] = 1
    limits[FLOOR, [BREACHES, NOT_PLACED]] = limits[TOP, [BREACHES, NOT_PLACED]] = 5
    with pytest.raises(AssertionError):
        Scale(1, limits)


def quanta(price: int | None = None) -> Task:
    """Values thousands of quanta apart, of people who need not all be placed."""
    values = np.array([0, 4_000_000, 9_000_000, 9_000_001, 1, 5])
    return Task(
        n=6,
        low=np.full(2, 1),
        high=np.full(2, 6),
        terms=(
            Spread(name="s", values=values, width=3, price=price),
            Total(name="t", value=values, low=0, high=9_000_000),
            Likeness(name="l", features=values.reshape(-1, 1) // 1000, price=1),
        ),
        places=Places.at_most(5),
        lot=np.arange(6),
    )


def test_the_first_quantum_too_many_costs_more_than_a_person_the_next_hardly_anything() -> None:
    state = State(quanta())
    state.load(grouping_of(state, [0, 0, 0, 1, 1, 1]))
    limits = scale_of(state, seed_of(1)).limits
    spread, total = LEVELS, LEVELS + 1
    assert limits[FLOOR, BROKEN] > limits[FLOOR, NOT_PLACED] > 0
    assert limits[FLOOR, spread] * 1_000 < limits[FLOOR, BROKEN]
    assert limits[FLOOR, total] * 1_000 < limits[FLOOR, BROKEN]
    # two groups that are too wide, and a total over its bound
    assert state.amounts[BROKEN] == 3


def grouping_of(state: State, seats: list[int]) -> Grouping:
    return replace(state.grouping(), assignment=np.array(seats))


def test_only_demands_in_quanta_count_as_broken() -> None:
    state = State(quanta(price=1))
    state.load(grouping_of(state, [0, 0, 0, 1, 1, 1]))
    assert state.amounts[BROKEN] == 1


def test_who_has_no_place_for_want_of_room_raises_nothing() -> None:
    """Of 6 people 5 find a place: one outside is the rest, two are one too many."""
    state = State(quanta())
    limits = scale_of(state, seed_of(1)).limits
    assert limits[REST, NOT_PLACED] == 6 - most_placed(state.task) == 1
    price = limits[FLOOR].copy()
    amounts = np.zeros_like(price)
    amounts[NOT_PLACED] = 1
    adapt(amounts, price, limits)
    assert price[NOT_PLACED] == limits[FLOOR, NOT_PLACED]
    amounts[NOT_PLACED] = 2
    adapt(amounts, price, limits)
    assert price[NOT_PLACED] > limits[FLOOR, NOT_PLACED]


def test_penalties_rise_by_a_quarter_and_sink_by_a_sixteenth() -> None:
    limits = np.zeros((4, LEVELS + 2), dtype=np.int64)
    limits[FLOOR, BREACHES], limits[TOP, BREACHES] = 160, 1_000
    price = limits[FLOOR].copy()
    broken = np.zeros_like(price)
    broken[BREACHES] = 1
    adapt(broken, price, limits)
    assert price[BREACHES] == 160 + 40 + 1
    for _ in range(30):
        adapt(broken, price, limits)
    assert price[BREACHES] == 1_000
    adapt(np.zeros_like(price), price, limits)
    assert price[BREACHES] == 1_000 - 62


def test_it_starts_at_the_median_uphill_move_and_cools_two_hundred_times() -> None:
    """Rows 0, 0, 10, 10 in {0, 10} twice, a pair's difference the cost: a swap gains 20 or none."""
    matrix = np.abs(np.subtract.outer([0, 0, 10, 10], [0, 0, 10, 10]))
    task = Task(
        n=4,
        low=np.full(2, 2),
        high=np.full(2, 2),
        terms=(
            PairCost(name="p", n=4, matrix=matrix, price=1, per="sum"),
            Apart(name="a", n=4, edges=np.array([[0, 1]])),
        ),
        places=Places.everyone(4),
        lot=np.arange(4),
    )
    state = State(task)
    state.load(grouping_of(state, [0, 0, 1, 1]))
    scale = scale_of(state, seed_of(1))
    assert scale.uphill == 20
    assert scale.temperature(0.0) == 20
    assert [Scale(200_000, scale.limits).temperature(s) for s in (0.0, 0.5, 1.0)] == [
        200_000,
        round(200_000 / COOLING**0.5) // 1,
        200_000 // COOLING,
    ]
    falls = [Scale(10**9, scale.limits).temperature(s / STEPS) for s in range(STEPS + 1)]
    assert falls == sorted(falls, reverse=True)
    assert len(set(falls)) == len(falls)
    assert scale.limits[FLOOR, GROUPS_OFF] == 4 * 20
    assert scale.limits[FLOOR, BREACHES] == 2 * 20
