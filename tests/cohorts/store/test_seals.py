"""A change of any kept value by something else than an act is named, whichever column it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Column, Table, bindparam, delete, func, insert, literal, select, update
from sqlalchemy.sql.elements import ColumnElement

from cohorts.store import tables
from cohorts.store.chain import INSTALLATION, append
from cohorts.store.clock import now
from cohorts.store.sealing.sealed_tables import SEALED, UNSEALED
from cohorts.store.store import Store
from cohorts.store.tables import metadata
from cohorts.store.verifying import verify
from tests.cohorts.store.a_round import (
    ANS,
    JAN,
    ROUND,
    STAFF,
    decided,
    fill,
    in_its_week,
    judged,
    put,
)
from tests.cohorts.store.tampering import tampering


@pytest.fixture
def filled(store: Store) -> Store:
    """A row at least in each table that is sealed."""
    at, here = {"at": now(), "by": STAFF}, {"round": ROUND}
    with store.writing() as connection:
        fill(connection)
        put(connection, "identity", **here, **at, a=JAN, b=ANS, same=False)
        put(connection, "setting", **here, name="seed", value="1")
        read = {"kind": "applicants", "field_map": "{}", "report": "{}", "content": b"x"}
        put(connection, "upload", **here, **at, number=1, **read)
        decided(connection)
        judged(connection)
        known = {"account": STAFF, "email": "mia@bureau.nl", "at": now()}
        put(connection, "outside_login", **known)
        append(connection, INSTALLATION, actor=STAFF, act="accounts.outside", object_="accounts")
        in_its_week(connection)
    return store


OTHERS: dict[type, tuple[object, Callable[[Any], ColumnElement[Any]]]] = {
    bool: (True, lambda column: ~column),
    int: (99, lambda column: column + 90),
    bytes: (b"y", lambda _: literal(b"y")),
    str: ("x", lambda column: literal("x") + func.substr(column, 2)),
}
"""Kind → another value where none stands, and than what stands."""


def other(column: Column[Any]) -> ColumnElement[Any]:
    """Another value than any that stands there."""
    empty, changed = OTHERS[column.type.python_type]
    return func.coalesce(changed(column), bindparam(None, empty, column.type))


def named(store: Store, change: Any) -> list[str]:
    """What verifying says of a change by other hands, which is undone."""
    with tampering(store) as connection:
        connection.execute(change)
        return [f"{problem.code} {problem.place}" for problem in verify(connection).problems]


def columns() -> list[Column[Any]]:
    return [column for table in SEALED.values() for column in table.columns]


def test_every_value_of_every_table_is_watched(filled: Store) -> None:
    """On SQLite each column; on the other database, whose turns take longer, one of each table."""
    every = (
        columns() if filled.url.startswith("sqlite") else [list(t.c)[-1] for t in SEALED.values()]
    )
    missed = [
        str(column)
        for column in every
        if not any(
            column.table.name in one
            for one in named(filled, update(column.table).values({column.name: other(column)}))
        )
    ]
    assert missed == []


@pytest.mark.parametrize("table", SEALED.values(), ids=SEALED)
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_row_that_goes_is_missed(filled: Store, table: Table) -> None:
    found = named(filled, delete(table))
    assert any(one.startswith("log.row_removed") for one in found)


def test_a_row_that_was_put_in_is_named(filled: Store) -> None:
    row = {"round": ROUND, "account": STAFF, "role": "auditor"}
    assert named(filled, insert(tables.role).values(row)) == [
        f"log.row_put_in role {ROUND} {STAFF} auditor"
    ]


def test_seals_themselves_are_watched(filled: Store) -> None:
    seals = tables.seal
    of_round = update(seals).where(seals.c.chain == ROUND, seals.c.number == 1)
    (first, *_) = named(filled, of_round.values(digest="0" * 64))
    assert first == f"log.seals_changed {ROUND} 1"
    assert named(filled, update(tables.salt).values(salt="0" * 32)) != []
    assert named(filled, delete(tables.salt)) != []


def test_what_is_written_without_an_event_is_named(filled: Store) -> None:
    with tampering(filled) as connection:
        put(connection, "setting", round=ROUND, name="size", value="2")
        assert [one.code for one in verify(connection).problems] == ["log.row_put_in"]
        append(connection, ROUND, actor=STAFF, act="asked.give")
        assert verify(connection).problems == ()


def test_of_what_is_gone_nothing_can_be_guessed(filled: Store) -> None:
    with tampering(filled) as connection:
        known = select(func.count()).select_from(tables.salt)
        before = connection.execute(known).scalar_one()
        connection.execute(delete(tables.mended))
        append(connection, ROUND, actor=STAFF, act="people.mend")
        assert connection.execute(known).scalar_one() == before - 2
        assert verify(connection).problems == ()


def test_every_table_is_sealed_or_it_says_why_not() -> None:
    assert SEALED.keys() | UNSEALED.keys() == metadata.tables.keys()
    assert all(UNSEALED.values())
