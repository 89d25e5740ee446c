"""Which rows a transaction wrote, of the tables whose rows are sealed.

Whatever acts, erasing and migrations execute is seen, and nothing else: so no act has to say what
it wrote, and a row that was written without an event stays without a seal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Engine,
    Insert,
    Update,
    column,
    event,
    select,
)

from cohorts.store.sealing.sealed_tables import SEALED, keys_of

PLACE = "touched"
Row = tuple[str, tuple[Any, ...]]
"""A table, and a primary key."""


@dataclass(eq=False)
class Touched:
    """``rows``: in the order in which they were first written, since the last event."""

    rows: dict[Row, None] = field(default_factory=dict)

    def add(self, table: str, *key: object) -> None:
        """One more."""
        self.rows[table, key] = None

    def take(self) -> list[Row]:
        """All of them; from now on there are none."""
        taken, self.rows = list(self.rows), {}
        return taken

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is written here brings seals of its own."""
        before = dict(self.rows)
        yield
        self.rows = before


def watch(engine: Engine) -> None:
    """From now on, of each of its transactions."""
    event.listen(engine, "begin", _forget)
    event.listen(engine, "before_execute", _before)
    event.listen(engine, "after_execute", _after)


def touched(connection: Connection) -> Touched:
    """Of the transaction that is open."""
    found: Touched = connection.info.setdefault(PLACE, Touched())
    return found


def _forget(connection: Connection) -> None:
    connection.info[PLACE] = Touched()


def _before(connection: Connection, statement: Any, *_: object) -> None:
    """Before rows are changed or removed; afterwards they might not be found by the same words."""
    if isinstance(statement, Update | Delete) and (name := str(statement.table)) in SEALED:
        keys: list[ColumnElement[Any]] = [column(key) for key in keys_of(SEALED[name])]
        query = select(*keys).select_from(statement.table)
        if statement.whereclause is not None:
            query = query.where(statement.whereclause)
        for key in connection.execute(query).all():
            touched(connection).add(name, *key)


def _after(connection: Connection, statement: Any, *given: Any) -> None:
    if isinstance(statement, Insert) and (name := str(statement.table)) in SEALED:
        result = given[-1]
        for row in result.context.compiled_parameters:
            touched(connection).add(name, *(row[key] for key in keys_of(SEALED[name])))
