"""An installation has one administrator."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.tables import account


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each account more."""
    both = account.c.administrator.is_(True), account.c.revoked_at.is_(None)
    oldest_first = select(account.c.key).where(*both).order_by(account.c.made_at, account.c.key)
    for key in connection.scalars(oldest_first).all()[1:]:
        yield Problem("store.two_administrators", f"account {key}")
