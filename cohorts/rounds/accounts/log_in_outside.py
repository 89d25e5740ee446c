"""Logging in as an organisation says who somebody is: only who has an account here comes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, select, update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.known_outside import folded
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account, outside_login

OUTSIDE_LASTS = timedelta(hours=12)
"""A working day: who may no longer log in there is out here the day after."""


@dataclass(frozen=True)
class Outside:
    """Who somebody is elsewhere. ``verified``: whether the address is theirs, as is said there."""

    issuer: str
    subject: str
    email: str = ""
    verified: bool = False


def log_in_outside(store: Store, known: Outside) -> str:
    """The secret of a login.

    The first time by a verified address; then issuer and subject are kept, and from then on they
    alone count, whatever the address. Raises RefusedError ``accounts.outside_unknown``,
    ``accounts.outside_unverified`` or ``accounts.outside_another``.
    """
    with store.writing() as connection:
        whose = _of_subject(connection, known) or _of_address(connection, known)
        log(connection, whose, "accounts.log_in_outside")
        return new_login(connection, whose.key, lasts=OUTSIDE_LASTS)


def _of_subject(connection: Connection, known: Outside) -> Actor | None:
    """Raises RefusedError where their account is revoked."""
    where = (outside_login.c.issuer == known.issuer, outside_login.c.subject == known.subject)
    if connection.scalar(select(outside_login.c.account).where(*where)) is None:
        return None
    return _with_a_way_in(connection, *where)


def _of_address(connection: Connection, known: Outside) -> Actor:
    email = folded(known.email)
    if email is None or not known.verified:
        raise RefusedError(Problem("accounts.outside_unverified"))
    here = outside_login.c.email == email
    whose = _with_a_way_in(connection, here)
    if connection.scalar(select(outside_login.c.subject).where(here)) is not None:
        raise RefusedError(Problem("accounts.outside_another"))
    found = {"issuer": known.issuer, "subject": known.subject, "at": now()}
    connection.execute(update(outside_login).where(here).values(**found))
    log(connection, whose, "accounts.bind_outside", account=whose.key)
    return whose


def _with_a_way_in(connection: Connection, *where: ColumnElement[bool]) -> Actor:
    """Raises RefusedError: the same for who is revoked and who was never known."""
    query = (
        select(account.c.key, account.c.name)
        .join(outside_login, outside_login.c.account == account.c.key)
        .where(*where, account.c.revoked_at.is_(None))
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        raise RefusedError(Problem("accounts.outside_unknown"))
    return Actor(AccountKey(found.key), found.name)
