"""A key names a row that is there: also where the database itself does not hold us to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, and_, select

from cohorts.errors import Problem
from cohorts.store import tables
from cohorts.store.tables import metadata


class Lead(NamedTuple):
    """A column, and the one in which what stands there must be found."""

    table: Table
    column: Column[Any]
    target: Column[Any]


UNHELD = (
    (tables.proposal, "before", tables.proposal.c.key),
    (tables.revision, "round", tables.round_.c.key),
)
"""What no foreign key holds, and no erasure makes untrue."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each key that leads nowhere."""
    for lead in _leads():
        target = lead.target.table.alias()
        found = target.c[lead.target.name]
        missing = (
            select(lead.column)
            .select_from(lead.table.outerjoin(target, found == lead.column))
            .where(and_(lead.column.is_not(None), found.is_(None)))
            .distinct()
            .order_by(lead.column)
        )
        for key in connection.scalars(missing):
            yield Problem("store.nowhere", f"{lead.table.name}.{lead.column.name} {key}")


def _leads() -> Iterator[Lead]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            yield Lead(table, key.parent, key.column)
    for table, column, target in UNHELD:
        yield Lead(table, table.c[column], target)
