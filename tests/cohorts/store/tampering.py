"""Changing a database as somebody who can reach it; undone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, text

from cohorts.store.store import Store


class UndoneError(Exception):
    """So that nothing of it stays, and the doctor finds nothing."""


@contextmanager
def tampering(store: Store) -> Iterator[Connection]:
    """A transaction in which the log can be changed and a key may lead nowhere."""
    with suppress(UndoneError), store.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            for act in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER event_no_{act}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield connection
        raise UndoneError
