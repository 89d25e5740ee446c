"""How a database is opened: one engine for writers, one for readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

PATIENCE = 30.0
"""Seconds a writer waits for the one before."""
TURN = 7_203_561
"""The advisory lock that PostgreSQL's writers take one by one, as SQLite's do anyhow."""


def writers(url: str) -> Engine:
    """Each transaction has the whole database to itself from its first word."""
    return _opened(url, _takes_turn)


def readers(url: str) -> Engine:
    """Each transaction sees the database as it was at its first look."""
    return _opened(url, _looks)


def _opened(url: str, begin: Callable[[Connection], None]) -> Engine:
    if not is_sqlite(url):
        made = create_engine(url, pool_pre_ping=True)
    else:
        made = create_engine(url, connect_args={"timeout": PATIENCE})
        event.listen(made, "connect", _set_up)
    event.listen(made, "begin", begin)
    return made


def is_sqlite(url: str) -> bool:
    """Whether it is a file of one's own."""
    return url.startswith("sqlite")


def _set_up(connection: Any, _: object) -> None:
    connection.isolation_level = None  # we begin ourselves
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _takes_turn(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


def _looks(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
