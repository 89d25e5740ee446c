"""What is wished per member is one sum over a group's size, rounded down once in a group."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.enough import Alike
from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import LIMIT
from solver.score import points_by_group, score, structural_breaches
from solver.task import Task
from solver.terms import TERMS, Likeness, PairCost, Size, Term
from tests.solver.strategies import groupings, integers, tasks

NEAR = Likeness(name="near", features=np.array([[0], [1], [3], [9]]), price=5)
LIKE = PairCost(
    name="like", n=4, edges=np.array([[0, 1], [1, 2]]), costs=np.array([-4, -3]), price=2
)
THREE_AND_ONE = Grouping(np.array([0, 0, 0, 1]), 2)


def of(*terms: Term, n: int = 4, groups: int = 2) -> Task:
    return Task(
        n=n,
        low=np.ones(groups, dtype=np.int64),
        high=np.full(groups, n),
        terms=terms,
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def test_a_wish_by_itself_is_rounded_down_and_says_what_that_left() -> None:
    """Of three: 1² + 3² + 2² = 14 = 3·4 + 2, each 5 points; −4 − 3 = 3·(−3) + 2, each 2."""
    near, like = NEAR.charge(THREE_AND_ONE), LIKE.charge(THREE_AND_ONE)
    assert (near.points.tolist(), near.rest.tolist()) == ([20, 0, 0], [10, 0, 0])
    assert (like.points.tolist(), like.rest.tolist()) == ([-6, 0, 0], [4, 0, 0])


def test_a_group_is_divided_once() -> None:
    """(5·14 − 2·7 + 5·14) // 3 = 42, where 20 − 6 + 20 by themselves are 34."""
    task = of(NEAR, LIKE, replace(NEAR, name="again"))
    assert [int(t.charge(THREE_AND_ONE).points.sum()) for t in task.terms] == [20, -6, 20]
    assert score(task, THREE_AND_ONE).points == 42


def test_each_group_is_rounded_by_itself() -> None:
    """Two pairs at a distance of 1 cost 1 / 2 each: nothing twice, and not 1 together."""
    pairs = Likeness(name="pairs", features=np.array([[0], [1], [5], [6]]), price=1)
    assert score(of(pairs), Grouping(np.array([0, 0, 1, 1]), 2)).points == 0


def test_each_level_is_divided_by_itself_and_the_worst_group_has_its_share() -> None:
    """Alike: 70 // 3 = 23, 3 above 20. The others: (−14 + 70) // 3 = 18, of the one group."""
    task = replace(of(NEAR, LIKE, replace(NEAR, name="again")), alike=Alike(("near",), 20))
    now = score(replace(task, fair=True), THREE_AND_ONE)
    assert (now.alike, now.points, now.worst) == (3, 18, 18)


def test_a_demand_per_member_is_broken_by_whole_units() -> None:
    """14 / 3 is 4 units, and nothing is left to share."""
    charge = replace(NEAR, price=None).charge(THREE_AND_ONE)
    assert charge.breaches.tolist() == [4, 0, 0]
    assert not charge.points.any()
    assert not charge.rest.any()


def test_what_is_not_per_member_leaves_nothing() -> None:
    """A plain sum of pairs costs 2 · −7, undivided."""
    whole = replace(LIKE, per="sum")
    assert not whole.per_member
    assert whole.charge(THREE_AND_ONE).points.tolist() == [-14, 0, 0]
    assert not whole.charge(THREE_AND_ONE).rest.any()


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_points_are_the_definition_in_plain_numbers(data: st.DataObject) -> None:
    """Pair by pair, and one floor a group over all wishes per member."""
    task = replace(data.draw(tasks(kinds=(Likeness, PairCost, Size))), alike=None)
    grouping = data.draw(groupings(task))
    expected = 0
    for _, members in grouping.open_groups():
        shared = 0
        for term in task.terms:
            cost = (term.price or 0) * plain(term, members.tolist())
            shared += cost if term.per_member else 0
            expected += 0 if term.per_member else cost
        expected += shared // len(members)
    assert score(task, grouping).points == expected


def plain(term: Term, members: list[int]) -> int:
    """What a group costs by a term, undivided, pair by pair."""
    pairs = list(combinations(members, 2))
    if isinstance(term, Likeness):
        x = term.features.tolist()
        return sum((a - b) ** 2 for i, j in pairs for a, b in zip(x[i], x[j], strict=True))
    if isinstance(term, PairCost):
        if term.matrix is not None:
            return sum(int(term.matrix[i, j]) for i, j in pairs)
        assert term.edges is not None
        assert term.costs is not None
        edges = zip(term.edges.tolist(), term.costs.tolist(), strict=True)
        known = {(i, j): cost for (i, j), cost in edges}
        return sum(known.get(pair, 0) for pair in pairs)
    assert isinstance(term, Size)
    return abs(len(members) - term.target) if term.price else 0


@pytest.mark.parametrize("kind", TERMS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_left_is_less_than_one_unit(kind: type[Term], data: st.DataObject) -> None:
    task = data.draw(tasks(kinds=(kind,)))
    grouping = data.draw(groupings(task))
    for term in task.terms:
        rest = term.charge(grouping).rest
        assert (rest >= 0).all()
        assert (rest[:-1] < (term.price or 1) * np.maximum(grouping.sizes(), 1)).all()
        assert rest[-1] == 0
        assert term.per_member or not rest.any()


@settings(deadline=None)
@given(data=st.data())
def test_what_a_group_costs_undivided_is_within_its_bound(data: st.DataObject) -> None:
    """Also with one row more in it, which is what a search knows of a row beside a group."""
    task = data.draw(tasks(kinds=(Likeness, PairCost)))
    grouping = data.draw(groupings(task))
    for group, members in grouping.open_groups():
        for term in task.terms:
            most = term.largest_undivided(task.n, members.size)
            assert abs(plain(term, members.tolist())) <= most
            for row in np.flatnonzero(grouping.assignment != group):
                more = plain(term, sorted([*members.tolist(), int(row)]))
                assert abs(more - plain(term, members.tolist())) <= most


@given(integers(-9, 9, 4), st.integers(2, 4))
def test_a_task_whose_sums_leave_the_numbers_is_refused(values: np.ndarray, size: int) -> None:
    """(size + 1) · Σ‖x‖² · price may reach the limit, and no further."""
    wish = Likeness(name="near", features=values.reshape(4, 1), price=1)
    most = wish.largest_undivided(4, size)
    if most == 0:
        return
    price = (LIMIT - 1) // most
    task = replace(of(wish), high=np.full(2, size))
    assert replace(task, terms=(replace(wish, price=price),)).terms
    with pytest.raises(InvalidTaskError, match="overflow"):
        replace(task, terms=(replace(wish, price=price + 1),))


def test_the_points_of_a_group_are_those_of_the_score() -> None:
    """(70 − 14) // 3 = 18 in the first group, nothing in the second and in none."""
    task = of(NEAR, LIKE)
    assert structural_breaches(task, THREE_AND_ONE) == 0
    charges = [term.charge(THREE_AND_ONE) for term in task.terms]
    assert points_by_group(THREE_AND_ONE, charges).tolist() == [18, 0, 0]
