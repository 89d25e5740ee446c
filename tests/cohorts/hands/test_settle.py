"""What is wanted of a board: it holds, the pinned stay, and what cannot be is said in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from cohorts.errors import InputError, NoCompositionError
from cohorts.hands.board import Board
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.words import Language, explain
from tests.cohorts.hands.test_board import begun
from tests.cohorts.small_round import programme, small


def members(board: Board, group: int) -> list[str]:
    return [str(a.id) for a in board.groups[group]]


def strangers(board: Board) -> tuple[str, str]:
    """Two people of different groups who are in no relation and not pinned."""
    return members(board, 1)[0], members(board, 2)[0]


def test_two_who_are_wanted_together_sit_together_in_one_step() -> None:
    board = begun()
    a, b = strangers(board)
    after = board.settle(together=[(a, b)])
    assert after.group_of(a) == after.group_of(b) is not None
    assert not after.open_breaches()
    assert 1 <= len(after.change_since(board).moves) <= 6
    assert after.undo().groups == board.groups


def test_they_are_parted_seated_and_kept_out_by_few_moves() -> None:
    board = begun()
    a, other = members(board, 1)[:2]
    assert (parted := board.settle(apart=[(a, other)])).group_of(a) != parted.group_of(other)
    assert board.settle(seats=[(a, 3)]).group_of(a) == 3
    elsewhere = board.settle(not_seats=[(a, 1)], most_moves=2)
    assert elsewhere.group_of(a) != 1
    assert len(elsewhere.change_since(board).moves) <= 2
    assert board.settle(seats=[(a, None)]).group_of(a) is None


def test_the_pinned_stay_and_the_proposal_passes_the_check() -> None:
    board = begun().pin(members(begun(), 3)[0])
    a, b = strangers(board)
    before = {person: board.group_of(person) for person in board.pinned}
    after = board.settle(together=[(a, b)])
    assert {person: after.group_of(person) for person in before} == before
    made = after.proposal()
    assert made.by_hand
    stated = document(made, Language.NL)
    report = check(stated, small().people, programme(), relations=small().relations)
    assert report.holds, report


CANNOT: list[tuple[dict[str, Any], str, str]] = [
    (
        {"together": [("p01", "p02")], "apart": [("p02", "p01")]},
        "samen: Bedrijf 1 en Bedrijf 2 bij elkaar; Bedrijf 1 en Bedrijf 2 niet bij elkaar.",
        "Bedrijf 1 and Bedrijf 2 together; Bedrijf 1 and Bedrijf 2 not together.",
    ),
    (
        {"seats": [("p03", 1)]},
        "Bedrijf 3 vast in groep 2; Bedrijf 3 in groep 1.",
        "Bedrijf 3 fixed in group 2; Bedrijf 3 in group 1.",
    ),
    (
        {"together": [("p00", "p01")]},
        "bij elkaar; ‘Uit elkaar houden (concurrenten)’ (Bedrijf 0 en Bedrijf 1).",
        "together; ‘Keep apart (competitors)’ (Bedrijf 0 and Bedrijf 1).",
    ),
    (
        {"seats": [("p01", 2), ("p01", None)]},
        "Bedrijf 1 in groep 2; Bedrijf 1 in geen groep.",
        "Bedrijf 1 in group 2; Bedrijf 1 in no group.",
    ),
    (
        {"not_seats": [("p01", 1), ("p01", 2), ("p01", 3), ("p01", None)]},
        "Bedrijf 1 niet in groep 2; Bedrijf 1 niet in groep 3; Bedrijf 1 in een groep.",
        "Bedrijf 1 in a group.",
    ),
]


@pytest.mark.parametrize(("wanted", "dutch", "english"), CANNOT)
def test_what_clashes_with_what_is_wanted_is_said(
    wanted: Mapping[str, Any], dutch: str, english: str
) -> None:
    with pytest.raises(NoCompositionError) as raised:
        begun().settle(**wanted)
    (problem,) = raised.value.problems
    assert dutch in explain(problem, Language.NL)[0]
    assert english in explain(problem, Language.EN)[0]


def test_nobody_moves_where_nobody_may() -> None:
    a, b = strangers(begun())
    with pytest.raises(NoCompositionError) as raised:
        begun().settle(together=[(a, b)], most_moves=0)
    assert "nobody moves" in explain(raised.value.problems[0], Language.EN)[0]
    with pytest.raises(NoCompositionError) as raised:
        begun().settle(together=[(a, b), (b, members(begun(), 3)[0])], most_moves=1)
    assert "at most 1 person moves" in explain(raised.value.problems[0], Language.EN)[0]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"together": [("p01", "p01")]}, "board.same_person"),
        ({"apart": [("p01", "nobody")]}, "board.person_unknown"),
        ({"seats": [("p01", 9)]}, "board.group_unknown"),
        ({"not_seats": [("p01", 0)]}, "board.group_unknown"),
    ],
)
def test_whom_and_where_are_known(wanted: Mapping[str, Any], code: str) -> None:
    with pytest.raises(InputError) as raised:
        begun().settle(**wanted)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_what_is_broken_with_a_reason_may_stay_broken() -> None:
    """Rivals that somebody put together by hand; without the reason they are parted again."""
    board = begun().unpin("p03")
    rivals = board.move("p05", board.group_of("p03"))
    assert {one.rule for one in rivals.open_breaches()} == {"keep_apart", "at_most"}
    excused = rivals.override("keep_apart", "p05", "beiden willen het", "Jansen")
    after = excused.pin("p03").pin("p05").settle()
    assert after.group_of("p03") == after.group_of("p05")
    assert not after.open_breaches(), "what has no reason is mended"
    assert (free := rivals.settle()).group_of("p03") != free.group_of("p05")
