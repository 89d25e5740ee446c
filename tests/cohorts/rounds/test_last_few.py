"""What is kept in memory is what was asked for last, and nothing once somebody is erased."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any
from weakref import ref

from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.store.backup import backup
from cohorts.store.restore import restore
from cohorts.store.store import Store
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.boarding.kept_small import on_board


def test_who_was_not_asked_for_longest_goes_first() -> None:
    few: LastFew[str] = LastFew(2)
    for of in "abac":
        few.get(of, of.upper)
    assert [few.known(of) for of in "abc"] == ["A", None, "C"]


def test_what_was_begun_before_all_was_forgotten_is_not_kept() -> None:
    few: LastFew[str] = LastFew(2)

    def make() -> str:
        LastFew.forget_all()
        return "of before"

    assert few.get("a", make) == "of before"
    assert few.known("a") is None


def test_no_memory_is_left_of_who_was_erased(store: Store) -> None:
    on = on_board(store)
    people = people_of(on.store, on.actor, on.round).applicants
    board = board_of(*on.where).board
    held: list[ref[Any]] = [ref(people), ref(board), ref(board.begun)]
    del people, board
    gc.collect()
    assert all(one() for one in held)
    erase_person(on.store, on.actor, on.round, "a1")
    gc.collect()
    assert not any(one() for one in held)


def test_a_version_of_a_copy_that_was_put_back_is_not_another_of_its_number(
    store: Store, tmp_path: Path
) -> None:
    anna, round_ = with_people(store)

    def fte_after(text: str) -> object:
        person = min(people_of(store, anna, round_).who)
        mend(store, anna, round_, person, {"fte": text})
        return people_of(store, anna, round_).who[person].fte

    backup(store.url, tmp_path / "copy")
    assert fte_after("7") == 7
    restore(tmp_path / "copy", store.url)
    assert fte_after("8") == 8
