"""What somebody accepted before a repair stays accepted, and nothing beside it."""

from __future__ import annotations

import numpy as np
import pytest

from cohorts.after.let_go import let_go
from cohorts.composing.demands import ask
from cohorts.composing.prepare import prepare
from cohorts.errors import NoCompositionError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.round.overrides import Override
from cohorts.words import Language
from solver.grouping import Grouping
from tests.cohorts.after.nine import Announced, announced, moved, people, programme, rivals, seats


def override(*who: str) -> tuple[Override, ...]:
    return tuple(Override("keep_apart", ApplicantId(one), "Zij willen het.", "Anna") for one in who)


@pytest.mark.parametrize(
    ("excused", "before", "breaches"),
    [
        ((), (1, 1), 1),
        (("a1",), (1, 1), 1),  # the other did not agree
        (("a1", "a2"), (1, 1), 0),
        (("a1", "a2"), (1, 2), 1),  # each of them had an override of another pair
    ],
)
def test_only_what_both_accepted_where_they_sat(
    excused: tuple[str, ...], before: tuple[int, int], breaches: int
) -> None:
    """a1 and a2 compete and sit together: one breach, unless that very one was let go."""
    round_ = prepare(people(), programme(), relations=rivals("a1-a2"))
    was = {ApplicantId("a1"): before[0], ApplicantId("a2"): before[1]}
    task = let_go(ask(programme(), round_).task, override(*excused), was, round_)
    grouping = Grouping(np.repeat([0, 1, 2], 3), 3)
    assert sum(int(term.charge(grouping).breaches.sum()) for term in task.terms) == breaches


def by_hand() -> Announced:
    """a1 and b1 compete; somebody put them together, with a reason."""
    nine = announced(apart=("a1-b1",))
    board = Board.of(nine.proposal).swap("a2", "b1")
    for one in ("a1", "b1"):
        board = board.override("keep_apart", one, "Zij willen het.", "Anna")
    assert board.open_breaches() == ()
    return Announced(nine.programme, board.proposal(), nine.given)


def test_a_repair_leaves_together_who_were_put_together() -> None:
    nine = by_hand()
    found = nine.repaired("c3")
    first = found.options[0]
    assert moved(first) == {}
    assert seats(first)["a1"] == seats(first)["b1"]
    assert {(o.breach, o.person) for o in first.overrides} == {
        ("keep_apart", "a1"),
        ("keep_apart", "b1"),
    }
    assert found.fallen[0] == ()
    assert check(document(first, Language.NL), people(), nine.programme, **nine.given).holds


def test_an_override_goes_with_whoever_it_was_for() -> None:
    found = by_hand().repaired("b1")
    first = found.options[0]
    assert first.overrides == ()
    assert {o.person for o in found.fallen[0]} == {"a1", "b1"}
    assert first.score.hard == 0


def test_nobody_else_is_let_go() -> None:
    """Three groups of three, and d1 competes with everybody in the one that has a chair."""
    nine = by_hand()
    apart = rivals(
        "a1-b1", *(f"d1-{who}" for who in ("a1", "a3", "b1", "a2", "b2", "b3", "c1", "c2"))
    )
    with pytest.raises(NoCompositionError):
        nine.repaired("c3", more={"d1": 9}, relations=apart, size=(3, 3))
