"""One rule for what a group takes, for one group and for all at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.choices import best_options, with_cheapest_choices
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
