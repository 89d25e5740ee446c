"""The copies that the program left are told, and go by the administrator alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import RefusedError, StaleError
from cohorts.rounds.keeping.copies_left import copies_left, remove_copies
from cohorts.rounds.roles import Role
from cohorts.store.copied_before import copied_before
from cohorts.store.copies_beside import copies_beside
from cohorts.store.doctor import doctor
from cohorts.store.place import file_of
from cohorts.store.store import Store
from tests.cohorts.rounds.staff import begun, joined


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_they_are_listed_and_removed_by_the_administrator(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_, Role.ORGANISER)
    assert copies_left(store, anna, round_).at == ()
    made = copied_before(store.url)
    own = file_of(store.url)
    assert isinstance(made, Path)
    assert own is not None
    other = own.with_name(f"{own.stem}-van-anna{own.suffix}")
    other.write_bytes(b"x")  # a copy that somebody made is theirs
    found = copies_left(store, anna, round_)
    assert [one.file for one in copies_beside(store.url)] == [made]
    assert (len(found.at), found.may) == (1, True)
    assert copies_left(store, bert, round_).may is False
    with pytest.raises(RefusedError):
        remove_copies(store, bert, found.at)
    with pytest.raises(StaleError):
        remove_copies(store, anna, ())
    assert made.exists()
    assert remove_copies(store, anna, found.at) == 1
    assert (made.exists(), other.exists(), own.exists()) == (False, True, True)
    assert copies_left(store, anna, round_).at == ()
    assert doctor(store) == ()
