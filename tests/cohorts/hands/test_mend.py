"""The rest of a board mended: the fewest others move, and whoever is held or has stopped stays."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from cohorts.errors import InputError, NoCompositionError
from cohorts.hands.board import Board
from tests.cohorts.hands.test_board import begun
from tests.cohorts.small_round import small


def broken_by_a_move(board: Board) -> tuple[str, Board]:
    """Somebody moved to where a must breaks."""
    for a in small().people:
        if a.id in board.pinned or board.group_of(a.id) is None:
            continue
        for group, change in board.prices(a.id).items():
            if group is not None and not change.allowed:
                return a.id, board.move(a.id, group)
    pytest.fail("nothing breaks")


def test_what_was_broken_holds_and_whoever_was_moved_stays() -> None:
    board = begun()
    person, off = broken_by_a_move(board)
    assert off.can_mend
    after = off.mend([person])
    assert not after.can_mend
    assert after.group_of(person) == off.group_of(person)
    assert {p: after.group_of(p) for p in board.pinned} == {
        p: board.group_of(p) for p in board.pinned
    }
    assert after.undo().groups == off.groups


def test_no_fewer_would_do() -> None:
    """By trying every move of so many fewer others."""
    person, off = broken_by_a_move(begun())
    moved = off.mend([person]).change_since(off).moves
    assert moved
    others = [
        str(a.id)
        for a in small().people
        if a.id not in {person, *off.pinned} and off.group_of(a.id) is not None
    ]
    fewer = min(len(moved) - 1, 1)
    for people in combinations(others, fewer):
        for seats in product([*off.groups, None], repeat=fewer):
            assert off.seat(zip(people, seats, strict=True)).can_mend


def test_where_nothing_is_off_nobody_moves() -> None:
    board = begun()
    assert not board.can_mend
    assert not board.mend().change_since(board).moves


def test_what_clashes_is_said() -> None:
    """Everybody is held, so nothing can be mended."""
    _, off = broken_by_a_move(begun())
    with pytest.raises(NoCompositionError) as error:
        off.mend([a.id for a in small().people])
    assert error.value.problems[0].code.startswith("board.settle_")


def test_whoever_stopped_has_no_place_and_gets_none() -> None:
    board = begun()
    person = next(str(a.id) for a in small().people if a.id in board.pinned)
    gone = board.leave(person)
    assert gone.group_of(person) is None
    assert person not in gone.pinned
    assert gone.now.stopped == {person}
    with pytest.raises(InputError):
        gone.move(person, 1)
    assert all(other.id != person for other, _ in gone.swaps_of(small().people[1].id, 20))
    for breach in gone.open_breaches():
        gone = gone.override(breach.rule, person, "gestopt")
    assert gone.mend().group_of(person) is None
    gone = board.leave(person)
    assert gone.undo().group_of(person) == board.group_of(person)
