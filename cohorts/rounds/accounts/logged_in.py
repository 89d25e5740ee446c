"""Logins: the SHA-256 of a cookie, and until when it counts."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select, update

from cohorts.rounds.accounts.secret import after, digest_of, new_token
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account, login

LOGIN_LASTS = timedelta(days=7)
DAY = timedelta(days=1)


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

    One that has ended stays so.
    """
    early = (
        login.c.digest == digest_of(token),
        login.c.ends_at > now(),
        login.c.ends_at < after(lasts - DAY),
    )
    with store.reading() as connection:
        if connection.scalar(select(login.c.account).where(*early)) is None:
            return False
    with store.writing() as connection:
        values = {"ends_at": after(lasts)}
        return connection.execute(update(login).where(*early).values(values)).rowcount == 1


def log_out(store: Store, token: str) -> None:
    """Ends a login."""
    with store.writing() as connection:
        connection.execute(delete(login).where(login.c.digest == digest_of(token)))
