"""What was drawn for somebody does nothing once their login has ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cohorts.errors import CohortsError, RefusedError
from cohorts.pages.board.deeds import OnKept
from cohorts.pages.download import made
from cohorts.pages.here import Here
from cohorts.rounds.accounts.logged_in import log_out, new_login
from cohorts.rounds.accounts.reset import reset
from cohorts.rounds.accounts.revoke import revoke
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.boarding.kept_small import OnBoard, on_board
from tests.cohorts.store.kept import empty_file, store, store_url

__all__ = ["empty_file", "store", "store_url"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
ENDS: dict[str, Callable[[OnBoard, str], object]] = {
    "logged out": lambda on, secret: log_out(on.store, secret),
    "reset": lambda on, _: reset(on.store, on.actor, on.actor.key),
}


def drawn(on: OnBoard, secret: str = "") -> OnKept:
    here = Here(on.store, on.actor, on.round, Language.NL, secret)
    return OnKept(here, on.proposal)


@pytest.mark.parametrize("end", ENDS)
def test_a_board_that_stands_open_does_nothing_any_more(store: Store, end: str) -> None:
    on = on_board(store)
    with store.writing() as connection:
        secret = new_login(connection, on.actor.key)
    board = drawn(on, secret)
    person = board.kept().board.groups[1][0].id
    row = str(board.kept().board.begun.round.rows[person])
    ENDS[end](on, secret)
    with pytest.raises(RefusedError, match="logged_out"):
        board.do({"kind": "pin", "person": row, "seen": 0})
    assert not on.kept().changed


ENDS_OR_ROLE: dict[str, Callable[[OnBoard, str], object]] = {
    **ENDS,
    "role taken": lambda on, _: revoke(on.store, on.actor, on.actor.key, on.round),
}


@pytest.mark.parametrize("end", ENDS_OR_ROLE)
def test_a_file_is_not_made_any_more(store: Store, end: str) -> None:
    """Its button runs nothing but what makes the file."""
    on = on_board(store)
    with store.writing() as connection:
        secret = new_login(connection, on.actor.key)
    here = Here(on.store, on.actor, on.round, Language.NL, secret)
    assert made(here, lambda: b"page") == b"page"
    ENDS_OR_ROLE[end](on, secret)
    with pytest.raises(RefusedError):
        made(here, lambda: b"page")


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "move", "person": "9" * 5000, "group": 1, "seen": 0},
        {"kind": "move", "person": "0", "group": True, "seen": 0},
        {"kind": "move", "person": "0", "group": 10**40, "seen": 0},
        {"kind": "move", "person": "0", "group": 2, "seen": True},
        {"kind": "move", "person": "0", "group": 2, "seen": 10**30},
        {"kind": ["move"]},
        {},
    ],
)
def test_what_no_board_of_ours_sends_is_refused_in_words(
    store: Store, sent: dict[str, object]
) -> None:
    on = on_board(store)
    with pytest.raises(CohortsError):
        drawn(on).do(sent)
    assert not on.kept().changed
