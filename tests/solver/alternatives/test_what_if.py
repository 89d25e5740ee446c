"""What becomes of a grouping under a wish: all of it holds, and hardly anybody else moves."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.alternatives import Wanted, what_if
from solver.alternatives.nearby import nearby
from solver.check import check
from solver.conflict import InfeasibleError
from solver.grouping import Grouping
from solver.places import Places
from solver.score import score
from solver.search.stopwatch import Clock
from solver.solution import Effort, Status
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness, Merit, Tally
from tests.solver.alternatives.test_alternatives import noise
from tests.solver.strategies import tasks
from tests.solver.test_solve import every_grouping

NEAR = Likeness(name="near", features=np.array([[0], [1], [2], [9], [10], [11]]), price=1)
TASK = Task(
    n=6,
    low=np.array([3, 3]),
    high=np.array([3, 3]),
    terms=(NEAR,),
    places=Places.everyone(6),
    lot=np.arange(6),
)
HERE = Grouping(np.array([0, 0, 0, 1, 1, 1]), 2)


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(together=((3, 2),)),
        Wanted(apart=((0, 1),)),
        Wanted(seats=((0, 1),)),
        Wanted(not_seats=((5, 1),)),
    ],
)
def test_what_is_wanted_holds(wanted: Wanted) -> None:
    """One for one in each, the best of those; not all others in the group of another number."""
    found = what_if(TASK, HERE, wanted)
    asked = replace(TASK, terms=(*TASK.terms, *wanted.terms(TASK, HERE)))
    assert check(asked, found).hard == 0
    moved = [(g.assignment != HERE.assignment).sum() for g in every_grouping(asked)]
    scores = [score(asked, g) for g in every_grouping(asked)]
    assert found.score == min(s for s, m in zip(scores, moved, strict=True) if m == 2)
    assert (found.grouping.assignment != HERE.assignment).sum() == 2


@settings(max_examples=25, deadline=None)
@given(data=st.data(), task=tasks(most=6, kinds=(Likeness, Apart, Merit, Tally)))
def test_it_holds_or_the_clash_has_what_was_wanted(data: st.DataObject, task: Task) -> None:
    """As every grouping says; where the task itself can be met, no clash is without a wish."""
    rows, groups = st.integers(0, task.n - 1), st.integers(0, task.groups)
    pair = st.tuples(rows, rows).filter(lambda two: two[0] != two[1])
    wanted = Wanted(
        together=tuple(data.draw(st.lists(pair, max_size=1))),
        apart=tuple(data.draw(st.lists(pair, max_size=1))),
        seats=tuple(data.draw(st.lists(st.tuples(rows, groups), max_size=1))),
        not_seats=tuple(data.draw(st.lists(st.tuples(rows, groups), max_size=1))),
        most_moves=data.draw(st.none() | st.integers(0, 3)),
    )
    # whatever it is, as long as it can be met
    possible = [g for g in every_grouping(task) if score(task, g).hard == 0]
    if not possible:
        return
    here = data.draw(st.sampled_from(possible))
    meets = [g for g in possible if holds(wanted, g, here)]
    if not meets:
        with pytest.raises(InfeasibleError) as raised:
            what_if(task, here, wanted)
        assert any(piece.owner == "wanted" for piece in raised.value.conflict.pieces)
        return
    found = what_if(task, here, wanted)
    assert holds(wanted, found.grouping, here)
    assert score(task, found.grouping) == found.score
    assert found.score.hard == 0


def holds(wanted: Wanted, grouping: Grouping, here: Grouping) -> bool:
    """By its words."""
    at, outside = grouping.assignment, grouping.outside
    return (
        all(at[i] == at[j] != outside for i, j in wanted.together)
        and all(at[i] != at[j] or at[i] == outside for i, j in wanted.apart)
        and all(at[i] == g for i, g in wanted.seats)
        and all(at[i] != g for i, g in wanted.not_seats)
        and (wanted.most_moves is None or int((at != here.assignment).sum()) <= wanted.most_moves)
    )


def test_hardly_anybody_else_moves_and_more_effort_is_no_worse() -> None:
    """Of forty in four groups, where a search from nowhere would seat most of them elsewhere."""
    task = noise(40, 4)
    here = solve(task, effort=Effort.QUICK).grouping
    i = int(here.members(0)[0])
    j = int(here.members(1)[0])
    close = what_if(task, here, Wanted(together=((i, j),)))
    assert (close.grouping.assignment != here.assignment).sum() <= 8
    further = what_if(task, here, Wanted(together=((i, j),)), effort=Effort.NORMAL)
    assert further.score <= close.score
    again = what_if(task, here, Wanted(together=((i, j),)), workers=1)
    assert (again.grouping.assignment == close.grouping.assignment).all()


def test_a_crowded_group_is_relieved() -> None:
    """By hand five sat down in a group for three."""
    crowded = Grouping(np.array([0, 0, 0, 0, 0, 1]), 2)
    found = what_if(TASK, crowded, Wanted(seats=((5, 1),)))
    assert found.grouping.sizes().tolist() == [3, 3]
    assert found.grouping.assignment[5] == 1


def test_wishes_that_exclude_each_other_are_the_clash() -> None:
    with pytest.raises(InfeasibleError) as raised:
        what_if(TASK, HERE, Wanted(together=((0, 3),), apart=((3, 0),)))
    pieces = raised.value.conflict.pieces
    assert {(p.term, p.owner, p.rows) for p in pieces} == {
        ("wanted together", "wanted", (0, 3)),
        ("wanted apart", "wanted", (0, 3)),
    }


def test_stopped_it_says_that_it_was() -> None:
    stop = Event()
    stop.set()
    task = noise(40, 4)
    here = Grouping(np.repeat(np.arange(4), 10), 4)
    found = what_if(task, here, Wanted(apart=((0, 2),)), stop=stop)
    assert found.score.hard == 0
    assert not found.story.reproducible
    assert found.status is Status.FEASIBLE


def test_where_a_copy_begins_nobody_is_too_many() -> None:
    found, _ = nearby(
        TASK, Grouping(np.zeros(6, np.int64), 2), seed=0, clock=Clock(Event(), None), workers=1
    )
    assert found.score == solve(TASK).score
