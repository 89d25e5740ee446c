"""The log is as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from cohorts.errors import Problem
from cohorts.store.verifying import verify


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each run of rows that is not."""
    yield from verify(connection).problems
