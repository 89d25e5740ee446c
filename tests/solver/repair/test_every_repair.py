"""Repairs beside every grouping there is, and every grouping beside plain enumeration."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.dropouts import sequence
from benchmarks.every_division import understood
from benchmarks.every_repair import Best, best_repairs
from benchmarks.repair import tried
from solver.repair import Before
from solver.score import Score, score
from solver.task import Task
from tests.solver.strategies import integers, tasks
from tests.solver.test_solve import every_grouping


@st.composite
def changed(draw: st.DrawFn) -> tuple[Task, Before]:
    """A task of few rows, and any groups before."""
    task = draw(tasks(most=4))
    before = Before(
        seats=draw(integers(-1, task.groups, task.n)),
        fixed=draw(integers(0, 5, task.n)) == 0,
        rather_not=draw(integers(0, 2, task.n)) == 0,
    )
    return task, before


def defined(task: Task, before: Before, count: int) -> list[Best]:
    """Grouping by grouping, by the definition of an option."""
    every = []
    for grouping in every_grouping(task):
        value = score(task, grouping)
        moved = before.moved(grouping)
        if value.hard == 0 and not before.fixed[moved].any():
            every.append(Best(moved.size, before.unwilling(grouping), value))
    if not every:
        return []

    def counts(one: Best) -> tuple[int, int]:
        return one.score.not_placed, one.score.groups_off

    def value_of(one: Best) -> tuple[int, Score]:
        return one.unwilling, one.score

    least = min(map(counts, every))
    every = [one for one in every if counts(one) == least]
    fewest = min(one.moves for one in every)
    found: list[Best] = []
    for moves in range(fewest, task.n + 1):
        best = min((one for one in every if one.moves <= moves), key=value_of)
        if not found or value_of(best) < value_of(found[-1]):
            found.append(best)
    return found[:count]


@settings(max_examples=60, deadline=None)
@given(changed=changed())
def test_every_repair_is_brute_force(changed: tuple[Task, Before]) -> None:
    task, before = changed
    if understood(task):
        found = best_repairs(task, before)
        shown = [(one.moves, one.unwilling, one.score) for one in found]
        best = defined(task, before, 3)
        assert shown == [(one.moves, one.unwilling, one.score) for one in best]


@pytest.mark.parametrize("number", range(10))
def test_a_small_round_is_repaired_as_well_as_can_be(number: int) -> None:
    """Six to eight people: as many options, with as few moves, as unwilling and as good."""
    assert tried(number, most=8)["said"] != "other"


def test_people_leave_and_join_and_every_must_is_kept() -> None:
    """By the terms and by the rules, or a clash that is one."""
    steps = [step for number in (3, 16) for step in sequence(number, most=24)]
    assert {step.said for step in steps} == {"kept", "clash"}
    assert np.sum([step.moves or 0 for step in steps]) > 0
    assert [step.faults for step in steps] == [()] * len(steps)
