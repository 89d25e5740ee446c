"""Logging in by name and password."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.attempts import attempted, was_right
from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.accounts.password import hashed, is_right
from cohorts.rounds.accounts.staff_name import spelled
from cohorts.rounds.actor import Actor
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account


def log_in(store: Store, name: str, password: str) -> str | None:
    """The secret of a login; None where name or password is wrong, whichever it is.

    Raises RefusedError ``accounts.too_often``: of this name, or of everybody together.
    """
    called = spelled(name)
    with store.writing() as connection:
        attempted(connection, called)
        found = _named(connection, called)
    # slow on purpose, so outside the turn of a writer
    if not is_right(None if found is None else found.password, password) or found is None:
        return None
    with store.writing() as connection:
        now_found = _named(connection, called)
        if now_found is None or now_found.password != found.password:
            return None  # changed or revoked meanwhile
        was_right(connection, called)
        log(connection, Actor(AccountKey(found.key), found.name), "accounts.log_in")
        return new_login(connection, AccountKey(found.key))


def set_password(store: Store, actor: Actor, password: str) -> None:
    """One's own, from now on.

    Raises InputError where it is too short or too long, RefusedError for who has no way in.
    """
    kept = hashed(password)
    with store.writing() as connection:
        here = (account.c.key == actor.key, account.c.revoked_at.is_(None))
        if not connection.execute(update(account).where(*here).values(password=kept)).rowcount:
            raise RefusedError(Problem("accounts.nobody"))
        log(connection, actor, "accounts.set_password")


def _named(connection: Connection, name: str) -> Row[Any] | None:
    """Who may log in under a name; capitals do not matter."""
    query = select(account.c.key, account.c.name, account.c.password).where(
        account.c.revoked_at.is_(None)
    )
    exact = query.where(account.c.name == name)
    if (found := connection.execute(exact).first()) is not None:
        return found
    return connection.execute(query.where(func.lower(account.c.name) == name.lower())).first()
