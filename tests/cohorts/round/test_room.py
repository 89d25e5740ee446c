"""How many people a round has room for, by the way an organiser writes it."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.round.room import Room
from solver.places import Places

CASES = [
    ("everyone", False, 9, Places(9, 9)),
    ("exactly 6", False, 6, Places(6, 6)),
    ("at most 6", True, 6, Places(0, 6)),
    ("at most 12", True, 9, Places(0, 9)),
    ("as many as possible", True, 9, Places(0, 9)),
]


@pytest.mark.parametrize(("text", "may_close", "_wanted", "_bounds"), CASES)
def test_which_groups_may_stay_closed(
    text: str, may_close: bool, _wanted: int, _bounds: Places
) -> None:
    assert Room.parse(text).may_close is may_close


@pytest.mark.parametrize(("text", "_may_close", "wanted", "bounds"), CASES)
def test_how_many_of_nine_get_a_place(
    text: str, _may_close: bool, wanted: int, bounds: Places
) -> None:
    room = Room.parse(text)
    assert (room.wanted(9), room.bounds(9)) == (wanted, bounds)
    assert Room.parse(str(room)) == room


@pytest.mark.parametrize("text", ["", "exactly", "at most 0", "exactly -1", "some", "at most 1.5"])
def test_what_is_no_number_of_places(text: str) -> None:
    with pytest.raises(InputError):
        Room.parse(text)
