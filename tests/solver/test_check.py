"""The checker goes by the definitions, and not by what works out all groups at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.check import check
from solver.score import score
from solver.solution import Solution, Status, Story
from solver.terms import Term
from tests.solver.strategies import groupings, tasks
from tests.solver.terms.test_all_at_once import TWICE

STORY = Story("", 0, 0, 0.0, reproducible=True)


def not_asked(*_: object) -> None:
    raise AssertionError("the checker asked what all groups cost at once")


@pytest.mark.parametrize("kind", TWICE)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_each_term_is_checked_by_its_definition(kind: type[Term], data: st.DataObject) -> None:
    # without a floor, which a search has to find
    task = replace(data.draw(tasks(kinds=(kind,))), margin=0, floor=None)
    grouping = data.draw(groupings(task))
    stated = score(task, grouping)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kind, "charge", not_asked)
        assert check(task, Solution(grouping, stated, Status.FEASIBLE, STORY)) == stated
