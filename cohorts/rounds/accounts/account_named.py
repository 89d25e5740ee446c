"""Who has a way in, by name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.staff_name import spelled
from cohorts.rounds.actor import Actor
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account


@dataclass(frozen=True)
class Known:
    """``password``: as it is kept."""

    actor: Actor
    password: str | None


def account_named(connection: Connection, name: str) -> Known | None:
    """Capitals do not matter; databases differ in what those are, so it is told here."""
    query = select(account.c.key, account.c.name, account.c.password)
    rows = connection.execute(query.where(account.c.revoked_at.is_(None)))
    called = spelled(name).casefold()
    for row in rows:
        if row.name.casefold() == called:
            return Known(Actor(AccountKey(row.key), row.name), row.password)
    return None


def key_named(store: Store, name: str) -> AccountKey:
    """The account of whoever has a way in under that name. Raises InputError."""
    with store.reading() as connection:
        known = account_named(connection, name)
    if known is None:
        raise InputError(Problem("accounts.nobody", name))
    return known.actor.key
