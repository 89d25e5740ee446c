"""How a database is opened: one engine for writers, one for readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

from cohorts.store.sealing.touched import watch

PATIENCE = 30.0
"""Seconds a writer waits for the one before."""
ANSWER = 10
"""Seconds in which a server has to answer."""
TURN = 7_203_561
"""The advisory lock that PostgreSQL's writers take one by one, as SQLite's do anyhow."""
DURABLE = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""What is told to be kept is on the disk; what is erased is overwritten there."""


def writers(url: str) -> Engine:
    """Each transaction has the whole database to itself from its first word."""
    made = _opened(url, _takes_turn, DURABLE)
    watch(made)
    return made


def readers(url: str) -> Engine:
    """Each transaction sees the database as it was at its first look, and can change nothing."""
    return _opened(url, _looks, ("query_only=ON",))


def _opened(url: str, begin: Callable[[Connection], None], pragmas: tuple[str, ...]) -> Engine:
    if not is_sqlite(url):
        waits = {"connect_timeout": ANSWER}
        made = create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=waits)
    else:
        made = create_engine(url, hide_parameters=True, connect_args={"timeout": PATIENCE})
        event.listen(made, "connect", _set_up(pragmas))
    event.listen(made, "begin", begin)
    return made


def command(url: str, statement: str) -> Any:
    """One statement that stands in no transaction; gives the first value that it answers."""
    waits = {} if is_sqlite(url) else {"options": f"-c lock_timeout={PATIENCE:.0f}s"}
    engine = create_engine(url, isolation_level="AUTOCOMMIT", connect_args=waits)
    try:
        with engine.connect() as connection:
            found = connection.exec_driver_sql(statement)
            return found.scalar() if found.returns_rows else None
    finally:
        engine.dispose()


def is_sqlite(url: str) -> bool:
    """Whether it is a file of one's own."""
    return url.startswith("sqlite")


def _set_up(pragmas: tuple[str, ...]) -> Callable[[Any, object], None]:
    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we begin ourselves
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return set_up


def _takes_turn(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


def _looks(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
