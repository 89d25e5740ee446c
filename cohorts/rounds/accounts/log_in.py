"""Logging in by name and password."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.accounts.attempts import attempted, was_right
from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.accounts.password import hashed, is_right
from cohorts.rounds.accounts.revoke import ended
from cohorts.rounds.accounts.staff_name import spelled
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store
from cohorts.store.tables import account


def log_in(store: Store, name: str, password: str) -> str | None:
    """The secret of a login; None where name or password is wrong, whichever it is.

    Raises RefusedError ``accounts.too_often``: of this name, or of everybody together.
    """
    called = spelled(name)
    with store.writing() as connection:
        attempted(connection, called)
        found = account_named(connection, called)
    # slow on purpose, so outside the turn of a writer
    if not is_right(None if found is None else found.password, password) or found is None:
        return None
    with store.writing() as connection:
        if account_named(connection, called) != found:
            return None  # changed or revoked meanwhile
        was_right(connection, called)
        log(connection, found.actor, "accounts.log_in")
        return new_login(connection, found.actor.key)


def set_password(store: Store, actor: Actor, password: str) -> str:
    """One's own, from now on; whoever else came in as them is out. Gives the secret of a new login.

    Raises InputError where it is too short or too long, RefusedError for who has no way in.
    """
    kept = hashed(password)
    with store.writing() as connection:
        here = (account.c.key == actor.key, account.c.revoked_at.is_(None))
        if not connection.execute(update(account).where(*here).values(password=kept)).rowcount:
            raise RefusedError(Problem("accounts.nobody"))
        ended(connection, actor.key)
        log(connection, actor, "accounts.set_password")
        return new_login(connection, actor.key)
