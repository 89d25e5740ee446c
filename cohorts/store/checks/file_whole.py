"""The file is whole, as SQLite itself finds."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from cohorts.errors import Problem
from cohorts.store.place import named

ALL_IS_WELL = "ok"


def check(connection: Connection) -> Iterator[Problem]:
    """One problem where it is not; a server looks after its own files."""
    if connection.dialect.name != "sqlite":
        return
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if found != ALL_IS_WELL:
        url = connection.engine.url.render_as_string(hide_password=False)
        yield Problem("store.damaged", named(url))
