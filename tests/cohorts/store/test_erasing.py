"""Whoever is erased is gone from every table, and from what the database left behind."""

from __future__ import annotations

import json
from contextlib import suppress
from threading import Timer

import pytest
from sqlalchemy import Connection, create_engine, select

from cohorts.errors import StoreError
from cohorts.store import tables
from cohorts.store.chain import append
from cohorts.store.doctor import doctor
from cohorts.store.erasing import ACT, erase, forget, replay
from cohorts.store.erasure_journal import journal_of, note, noted
from cohorts.store.keys import Key
from cohorts.store.place import file_of
from cohorts.store.store import Store
from cohorts.store.verifying import verify
from tests.cohorts.store.a_round import ANS, JAN, ROUND, STAFF, fill, put

OF_ANS = Key("00000000000000e9")


def erased(connection: Connection) -> None:
    """As an act does it."""
    erase(connection, STAFF, ROUND, JAN)
    append(connection, ROUND, actor=STAFF, act=ACT, about=[JAN])


def words(connection: Connection) -> str:
    """Everything that stands in the database."""
    rows = [
        row for table in tables.metadata.sorted_tables for row in connection.execute(select(table))
    ]
    return "\n".join(map(repr, rows))


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        fill(connection)
    return store


def test_nothing_is_left_but_a_key(filled: Store) -> None:
    with filled.writing() as connection:
        assert "Jan" in words(connection)
        erased(connection)
        left = words(connection)
        found = verify(connection)
    assert "Jan" not in left
    assert all(value in left for value in (JAN, ANS, "Ans heet Ans", '"Ans"', "a-Ans"))
    assert (found.problems, found.erased) == ((), 1)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_the_file_itself_has_forgotten(filled: Store) -> None:
    file = file_of(filled.url)
    assert file is not None
    with filled.writing() as connection:
        erased(connection)
    forget(filled.url)
    assert b"Jan" not in b"".join(path.read_bytes() for path in file.parent.glob("rounds.*"))
    assert b"Ans" in file.read_bytes()


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
@pytest.mark.again
def test_whoever_began_before_it_is_waited_for(filled: Store) -> None:
    """Also where they write elsewhere: until then PostgreSQL keeps what is gone for them."""
    elsewhere = create_engine(filled.url)
    writes = elsewhere.connect()
    writes.exec_driver_sql("SELECT pg_current_xact_id()")
    with filled.writing() as connection:
        erased(connection)
    done: list[str] = []

    def ends() -> None:
        done.append("they")
        writes.rollback()

    later = Timer(0.5, ends)
    later.start()
    forget(filled.url)
    done.append("we")
    later.join()
    writes.close()
    elsewhere.dispose()
    assert done == ["they", "we"]


def test_the_journal_knows_first_and_knows_keys_only(filled: Store) -> None:
    with suppress(KeyboardInterrupt), filled.writing() as connection:
        erased(connection)
        raise KeyboardInterrupt
    (line,) = noted(filled.url)
    assert (line.by, line.round, line.person) == (STAFF, ROUND, JAN)
    assert "Jan" not in journal_of(filled.url).read_text("utf-8")
    assert journal_of(filled.url).stat().st_mode & 0o777 == 0o600


def test_a_line_that_was_cut_off_is_passed_over(filled: Store) -> None:
    note(filled.url, STAFF, ROUND, JAN)
    with journal_of(filled.url).open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({"at": "2026"})[:-3])
    note(filled.url, STAFF, ROUND, ANS)
    assert [line.person for line in noted(filled.url)] == [JAN, ANS]


def test_a_copy_from_before_forgets_them_too(filled: Store) -> None:
    with filled.writing() as connection:
        put(connection, "note", key=OF_ANS, round=ROUND, person=ANS, text="net als Jan")
    note(filled.url, STAFF, ROUND, JAN, [OF_ANS])
    note(filled.url, STAFF, ROUND, JAN)
    note(filled.url, STAFF, ROUND, ANS[:-1] + "9")
    with filled.writing() as connection:
        assert replay(connection, filled.url) == 1
        assert "Jan" not in words(connection)
    assert doctor(filled) == ()
    with filled.writing() as connection:
        assert replay(connection, filled.url) == 0


def test_without_a_journal_nobody_is_erased(filled: Store) -> None:
    journal_of(filled.url).mkdir(parents=True)
    with pytest.raises(StoreError, match="no_file"), filled.writing() as connection:
        erased(connection)
    with filled.reading() as connection:
        assert "Jan" in words(connection)
