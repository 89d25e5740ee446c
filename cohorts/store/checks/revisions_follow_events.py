"""How often an object was changed is what the log says; a save that saw less is refused by it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.tables import event, revision


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each object that is behind, or whose changes are not counted one by one."""
    counted = {(row.round, row.object): row.number for row in connection.execute(select(revision))}
    changes = select(event.c.chain, event.c.object, event.c.revision).where(event.c.revision > 0)
    last: dict[tuple[str, str], int] = {}
    for chain, object_, number in connection.execute(
        changes.order_by(event.c.chain, event.c.number)
    ):
        if number <= last.get((chain, object_), 0):
            yield Problem("store.twice", f"event {chain} {object_} {number}")
        last[chain, object_] = number
    for place, number in last.items():
        if counted.get(place, 0) < number:
            yield Problem("store.behind", f"revision {place[0]} {place[1]}")
