"""What is counted is counted one by one: steps of a board, versions, decisions, votes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from cohorts.errors import Problem
from cohorts.store import tables

COUNTED = (
    (tables.step, ("proposal",)),
    (tables.version, ("round",)),
    (tables.proposal, ("round",)),
    (tables.decision, ("round",)),
    (tables.stage, ("round",)),
    (tables.vote, ("stage", "account", "person")),
    (tables.sent, ("stage", "account")),
    (tables.minute, ("round",)),
)
"""A table, and within what its rows are numbered from 1."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each number that is passed over."""
    for table, within in COUNTED:
        number, whose = table.c.number, [table.c[name] for name in within]
        ends = select(*whose, func.min(number), func.max(number), func.count()).group_by(*whose)
        for *key, first, last, count in connection.execute(ends.order_by(*whose)):
            if (first, last) != (1, count):
                yield Problem("store.gap", f"{table.name} {' '.join(key)}")
