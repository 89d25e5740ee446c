"""The first account of an installation: its administrator."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.password import hashed
from cohorts.rounds.accounts.staff_name import one_line
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import account


def first_account(store: Store, name: str, password: str | None = None) -> Actor:
    """Makes the administrator.

    Raises RefusedError where there is an account already, InputError where name or password
    cannot be.
    """
    called = one_line(name)
    kept = None if password is None else hashed(password)
    with store.writing() as connection:
        if connection.scalar(select(account.c.key).limit(1)) is not None:
            raise RefusedError(Problem("accounts.not_first"))
        made = made_account(connection, called, kept, administrator=True)
        log(connection, made, "accounts.first", account=made.key)
        return made


def is_empty(store: Store) -> bool:
    """Whether nobody has an account yet."""
    with store.reading() as connection:
        return connection.scalar(select(account.c.key).limit(1)) is None


def administrator_of(store: Store) -> Actor | None:
    """The administrator, where there is one: whoever has the machine acts in that name."""
    query = select(account.c.key, account.c.name).where(account.c.administrator)
    with store.reading() as connection:
        found = connection.execute(query).one_or_none()
    return None if found is None else Actor(AccountKey(found.key), found.name)


def made_account(
    connection: Connection,
    name: str,
    password: str | None = None,
    *,
    administrator: bool = False,
) -> Actor:
    """A row more. ``password``: as it is kept."""
    made = Actor(AccountKey(new_key()), name)
    row = {"key": made.key, "name": name, "password": password}
    rest = {"administrator": administrator, "made_at": now()}
    connection.execute(insert(account), row | rest)
    return made
