"""One rule for what a group takes, for one group and for all at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.choices import best_options, rechosen, with_cheapest_choices
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Choice
from tests.solver.strategies import groupings, tasks


@settings(max_examples=60, deadline=None)
@given(data=st.data(), task=tasks(kinds=(Choice,)))
def test_all_groups_at_once_take_what_each_takes_by_itself(data: st.DataObject, task: Task) -> None:
    grouping = data.draw(groupings(task))
    found = with_cheapest_choices(task.terms, grouping.assignment, task)
    for term in task.terms:
        assert isinstance(term, Choice)
        for group in range(task.groups):
            members = grouping.members(group)
            taken = best_options(term, members) if members.size else np.full(term.take, -1)
            assert found.choices[term.name][group].tolist() == taken.tolist()


@settings(max_examples=60, deadline=None)
@given(data=st.data(), task=tasks(kinds=(Choice,)))
def test_groups_choose_anew_one_after_the_other(data: st.DataObject, task: Task) -> None:
    """Each by what all others take at that moment."""
    grouping = data.draw(groupings(task))
    again = data.draw(st.lists(st.integers(0, task.groups)))
    expected = {name: taken.copy() for name, taken in grouping.choices.items()}
    for term in task.terms:
        assert isinstance(term, Choice)
        for group in sorted(set(again) - {grouping.outside}):
            expected[term.name][group] = taken_anew(term, grouping, expected[term.name], group)
    found = rechosen(task, grouping, again)
    assert {name: taken.tolist() for name, taken in found.choices.items()} == {
        name: taken.tolist() for name, taken in expected.items()
    }


def taken_anew(term: Choice, grouping: Grouping, taken: IntArray, group: int) -> IntArray | int:
    members = grouping.members(group)
    others = [
        option for other, row in enumerate(taken.tolist()) if other != group for option in row
    ]
    full = np.array([others.count(o) >= term.capacity[o] for o in range(term.options)])
    return best_options(term, members, own=taken[group], full=full) if members.size else -1


def test_fewest_refusals_then_own_then_cheapest_then_first() -> None:
    """Options 1, 2 and 3 are refused once each, 0 twice; 3 is cheapest, 1 and 2 cost the same."""
    term = Choice(
        name="c",
        allowed=np.array([[0, 0, 1, 1], [0, 1, 0, 0]], dtype=np.bool_),
        cost=np.array([[0, 5, 5, 1], [0, 0, 0, 0]]),
        capacity=np.full(4, 9),
    )
    rows = np.array([0, 1])
    assert best_options(term, rows).tolist() == [3]
    assert best_options(term, rows, own=np.array([2])).tolist() == [2]
    full = np.array([False, False, True, True])
    assert best_options(term, rows, own=np.array([2]), full=full).tolist() == [1]
