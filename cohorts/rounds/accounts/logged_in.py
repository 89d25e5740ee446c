"""Logins: the SHA-256 of a cookie, and until when it counts."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, exists, insert, select, update

from cohorts.rounds.accounts.secret import after, digest_of, new_token
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account, login, outside_login

LOGIN_LASTS = timedelta(days=7)
DAY = timedelta(days=1)
AT_MOST = timedelta(days=90)
"""From when it was made: a cookie that was taken does not live on its visits for ever."""


def new_login(connection: Connection, whose: AccountKey, *, lasts: timedelta = LOGIN_LASTS) -> str:
    """The secret for a cookie; logins that have ended are swept away."""
    token = new_token()
    connection.execute(delete(login).where(login.c.ends_at <= now()))
    row = {"digest": digest_of(token), "account": whose}
    connection.execute(insert(login), row | {"made_at": now(), "ends_at": after(lasts)})
    return token


def who(store: Store, token: str) -> Actor | None:
    """Whose login it is; None where it has ended, or its account is revoked."""
    query = (
        select(account.c.key, account.c.name)
        .join(login, login.c.account == account.c.key)
        .where(
            login.c.digest == digest_of(token),
            login.c.ends_at > now(),
            account.c.revoked_at.is_(None),
        )
    )
    with store.reading() as connection:
        found = connection.execute(query).one_or_none()
    return None if found is None else Actor(AccountKey(found.key), found.name)


def renewed(store: Store, token: str, lasts: timedelta) -> bool:
    """Whether the login counts that long from now: looked at first, and written once a day.

    One that has ended stays so. One that was made for less than ``LOGIN_LASTS``, or of whom an
    organisation lets in, keeps its end: who is out there must be out here. None counts for longer
    than ``AT_MOST``.
    """
    known = exists().where(outside_login.c.account == login.c.account)
    here = (login.c.digest == digest_of(token), login.c.ends_at > now(), ~known)
    with store.reading() as connection:
        found = connection.execute(select(login.c.made_at, login.c.ends_at).where(*here))
        one = found.one_or_none()
    if one is None or one.ends_at < after(LOGIN_LASTS, one.made_at):
        return False
    ends = min(after(lasts), after(AT_MOST, one.made_at))
    if one.ends_at >= after(-DAY, ends):
        return False
    with store.writing() as connection:
        longer = update(login).where(*here).values(ends_at=ends)
        return connection.execute(longer).rowcount == 1


def log_out(store: Store, token: str) -> None:
    """Ends a login."""
    with store.writing() as connection:
        connection.execute(delete(login).where(login.c.digest == digest_of(token)))
