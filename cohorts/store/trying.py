"""A database of PostgreSQL for the time being, beside the one that it is for."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, make_url, text

from cohorts.store.canonical import sha256
from cohorts.store.connecting import ANSWER, PATIENCE
from cohorts.store.database_faults import in_our_words

BEGINS = "cohorts_trial_"
TURN = 7_203_562
"""The advisory lock of whoever has one: it goes with its program, the database does not."""


@contextmanager
def trying(url: str) -> Iterator[str]:
    """Its URL; gone afterwards, and at the latest with the next. Raises StoreError."""
    begins = f"{BEGINS}{sha256(str(make_url(url).database))[:8]}_"
    name = begins + secrets.token_hex(4)
    there = make_url(url).set(database=name).render_as_string(hide_password=False)
    waits = {"connect_timeout": ANSWER}
    engine = create_engine(
        url, isolation_level="AUTOCOMMIT", hide_parameters=True, connect_args=waits
    )
    try:
        with in_our_words(url), engine.connect() as connection:
            connection.execute(text(f"SET lock_timeout = '{PATIENCE}s'"))
            connection.execute(text("SELECT pg_advisory_lock(:turn)"), {"turn": TURN})
            _drop(connection, begins)
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
            try:
                yield there
            finally:
                _drop(connection, begins)
    finally:
        engine.dispose()


def _drop(connection: Connection, begins: str) -> None:
    """Every one that begins so; who is still in it is put out."""
    query = text("SELECT datname FROM pg_database WHERE starts_with(datname, :begins)")
    for name in connection.scalars(query, {"begins": begins}).all():
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
