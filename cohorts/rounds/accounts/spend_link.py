"""Personal addresses: each logs in once, within a few days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select, update

from cohorts.rounds.accounts.installing import log
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.accounts.secret import after, digest_of, new_token
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account, link

LINK_LASTS = timedelta(days=7)


def new_link(connection: Connection, whose: AccountKey, *, lasts: timedelta = LINK_LASTS) -> str:
    """A secret for an address of theirs; the ones before no longer work."""
    token = new_token()
    connection.execute(delete(link).where(link.c.account == whose))
    row = {"digest": digest_of(token), "account": whose}
    connection.execute(insert(link), row | {"made_at": now(), "ends_at": after(lasts)})
    return token


def withdraw_links(connection: Connection, whose: AccountKey) -> None:
    """Addresses of theirs that nobody used yet no longer work."""
    connection.execute(delete(link).where(link.c.account == whose, link.c.used_at.is_(None)))


def spend_link(store: Store, token: str) -> str | None:
    """Logs in by a personal address: the secret of the login, or None where it no longer works."""
    spent = update(link).where(
        link.c.digest == digest_of(token), link.c.used_at.is_(None), link.c.ends_at > now()
    )
    with store.writing() as connection:
        whose = connection.scalar(spent.values(used_at=now()).returning(link.c.account))
        found = connection.execute(
            select(account.c.key, account.c.name).where(
                account.c.key == whose, account.c.revoked_at.is_(None)
            )
        ).one_or_none()
        if found is None:
            return None
        log(connection, Actor(AccountKey(found.key), found.name), "accounts.spend_link")
        return new_login(connection, AccountKey(found.key))
