"""What a term charges for all groups at once is what its definition says of each by itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.grouping import Grouping
from solver.quantise import LIMIT, MISSING, IntArray
from solver.terms import (
    TERMS,
    Choice,
    Distinct,
    Likeness,
    PairCost,
    Size,
    Spread,
    Tally,
    Term,
)
from solver.terms.tally import FREE
from tests.solver.strategies import groupings, integers, tasks

TWICE = tuple(term for term in TERMS if term.defined is not Term.defined)
"""Those that work out all groups at once."""


def same(charge: object, other: object) -> bool:
    return all(
        (getattr(charge, part) == getattr(other, part)).all()
        for part in ("breaches", "points", "rest")
    )


def test_what_counts_each_group_by_itself_is_said_twice() -> None:
    assert set(TWICE) == {Likeness, PairCost, Tally, Distinct, Spread, Choice, Size}


@pytest.mark.parametrize("kind", TWICE)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_all_groups_at_once_cost_what_each_costs(kind: type[Term], data: st.DataObject) -> None:
    """One group or several, some of them closed, with rows outside and values missing."""
    task = data.draw(tasks(most=12, kinds=(kind,)))
    grouping = data.draw(groupings(task))
    for term in task.terms:
        assert same(term.charge(grouping), term.defined(grouping))


@pytest.mark.parametrize("kind", TERMS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_few_groups_anew_cost_what_all_cost(kind: type[Term], data: st.DataObject) -> None:
    """Of two groupings, the groups in which they differ are charged anew."""
    task = data.draw(tasks(kinds=(kind,)))
    before, after = data.draw(groupings(task)), data.draw(groupings(task))
    moved = before.assignment != after.assignment
    touched = {*before.assignment[moved].tolist(), *after.assignment[moved].tolist()}
    touched |= {g for g in range(task.groups) if taken(before, g) != taken(after, g)}
    for term in task.terms:
        again = term.recharge(term.charge(before), after, touched)
        assert same(again, term.defined(after))


def taken(grouping: Grouping, group: int) -> list[list[int]]:
    return [options[group].tolist() for options in grouping.choices.values()]


@pytest.mark.parametrize("kind", TWICE)
@given(data=st.data())
def test_numbers_as_large_as_a_task_may_have_stay_exact(
    kind: type[Term], data: st.DataObject
) -> None:
    """Near the limit of points no number fits a float: one that did would be a unit off."""
    n, groups = 5, data.draw(st.integers(1, 4))
    grouping = Grouping(
        data.draw(integers(0, groups, n)),
        groups,
        {"t": np.zeros((groups, 1), dtype=np.int64)},
    )
    for term in large(kind, n, data):
        assert term.largest_undivided(n, n) < LIMIT
        assert same(term.charge(grouping), term.defined(grouping))


def large(kind: type[Term], n: int, data: st.DataObject) -> Iterator[Term]:
    """Terms of n rows with the largest numbers for which a task can be stated."""
    most = LIMIT // n - 1
    amount = data.draw(integers(most - 9, most, n) | integers(0, most, n))
    code = data.draw(integers(-1, 1, n))
    if kind is Likeness:
        root = int((most / n) ** 0.5 / 2)
        yield Likeness(
            name="t", features=data.draw(integers(-root, root, n)).reshape(n, 1), price=1
        )
    if kind is PairCost:
        edges = np.array([(i, i + 1) for i in range(n - 1)])
        costs = amount[1:] // 4
        yield PairCost(name="t", n=n, edges=edges, costs=-costs, price=1, per="sum")
        matrix = np.diag(costs // 2, 1)
        yield PairCost(name="t", n=n, matrix=matrix + matrix.T, price=1)
    if kind is Tally:
        none, free = np.array([0, 0]), np.array([most, FREE])
        yield Tally(name="t", code=code, low=none, high=free, amount=amount // 2)
        yield Tally(name="t", code=code, low=none, high=none, amount=amount // 2, never_alone=True)
    if kind is Distinct:
        yield Distinct(name="t", code=code * 10**9, low=most // n, high=10**30)
    if kind is Spread:
        yield Spread(name="t", values=np.where(code < 0, MISSING, amount - most // 2), width=0)
        yield Spread(name="t", values=amount, width=10**30)
    if kind is Choice:
        cost: IntArray = amount.reshape(n, 1) // 2
        allowed = code.reshape(n, 1) >= 0
        capacity = np.zeros(1, dtype=np.int64)
        yield Choice(name="t", allowed=allowed, cost=cost, capacity=capacity, price=1)
    if kind is Size:
        yield Size(name="t", target=most // 2)
