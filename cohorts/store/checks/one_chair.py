"""A committee has one chair at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from cohorts.errors import Problem
from cohorts.store.tables import member

CHAIR = "chair"


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each round in which more than one sits."""
    sits = (member.c.position == CHAIR, member.c.left_at.is_(None))
    chairs = select(member.c.round).where(*sits).group_by(member.c.round)
    for round_ in connection.scalars(chairs.having(func.count() > 1).order_by(member.c.round)):
        yield Problem("store.unfit", f"member {round_}")
