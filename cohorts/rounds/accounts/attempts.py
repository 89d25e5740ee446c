"""How often a password or a personal address may be tried: counted in the store, each apart."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.secret import after
from cohorts.store.canonical import sha256
from cohorts.store.clock import now
from cohorts.store.keys import Key, new_key
from cohorts.store.tables import attempt

WINDOW = timedelta(minutes=15)
MOST_A_NAME = 5
MOST_IN_ALL = 60
"""Of all names together, within the window: guessing one password for many names."""
LOGIN, LINK = "", "0" * 8
"""How what is counted begins: wrong addresses keep nobody from logging in, nor the reverse."""


def attempted(connection: Connection, name: str, door: str = LOGIN) -> Key:
    """Counts an attempt before it is judged, so that many at once gain nothing.

    ``door``: LOGIN or LINK.

    Raises RefusedError where there were too many.
    """
    called = _counted_as(name, door)
    since = attempt.c.at > after(-WINDOW)
    connection.execute(delete(attempt).where(~since))
    count = select(func.count()).select_from(attempt)
    of_name = connection.scalar(count.where(attempt.c.name == called)) or 0
    links = attempt.c.name.startswith(LINK)
    in_all = connection.scalar(count.where(links if door == LINK else ~links)) or 0
    if of_name >= MOST_A_NAME or in_all >= MOST_IN_ALL:
        facts = {"minutes": int(WINDOW.total_seconds() // 60)}
        raise RefusedError(Problem("accounts.too_often", "", facts))
    key = new_key()
    connection.execute(insert(attempt), {"key": key, "name": called, "at": now()})
    return key


def was_right(connection: Connection, name: str, door: str = LOGIN) -> None:
    """Whoever knows the password starts anew."""
    connection.execute(delete(attempt).where(attempt.c.name == _counted_as(name, door)))


def _counted_as(name: str, door: str) -> str:
    return door + sha256(name.casefold())[len(door) :]
