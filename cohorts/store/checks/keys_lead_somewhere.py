"""A key names a row that is there: also where the database itself does not hold us to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    CompoundSelect,
    Connection,
    Select,
    Table,
    and_,
    literal,
    select,
    union_all,
)

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
    for _, place, key in sorted(map(tuple, connection.execute(_nowhere()))):
        yield Problem("store.nowhere", f"{place} {key}")


@cache
def _nowhere() -> CompoundSelect[tuple[int, str, str]]:
    """The number of a lead, its column, and a key there that is not found; all leads in one look.

    Made once: to make so many statements takes far longer than to have them answered.
    """
    return union_all(*(_missing(number, lead) for number, lead in enumerate(_leads())))


def _missing(number: int, lead: Lead) -> Select[tuple[int, str, str]]:
    target = lead.target.table.alias()
    found = target.c[lead.target.name]
    place = f"{lead.table.name}.{lead.column.name}"
    return (
        select(literal(number), literal(place), lead.column)
        .select_from(lead.table.outerjoin(target, found == lead.column))
        .where(and_(lead.column.is_not(None), found.is_(None)))
        .distinct()
    )


def _leads() -> Iterator[Lead]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            yield Lead(table, key.parent, key.column)
    for table, column, target in UNHELD:
        yield Lead(table, table.c[column], target)
