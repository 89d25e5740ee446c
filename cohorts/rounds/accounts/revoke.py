"""Taking somebody's way in, whole or in one round."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.accounts.grant import withdrawn
from cohorts.rounds.accounts.installing import installing, log
from cohorts.rounds.accounts.known_outside import forgotten_outside
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, link, login


def revoke(store: Store, actor: Actor, whose: AccountKey, round_: RoundKey | None = None) -> None:
    """Their roles in a round; without one, their way in altogether, at once.

    Raises RefusedError where the actor is not the administrator, or it is the administrator's own
    account; InputError where there is no such account.
    """
    with installing(store, actor) as connection:
        person = person_by(connection, whose)
        if round_ is not None:
            withdrawn(connection, actor, round_, person)
            return
        if connection.scalar(select(account.c.administrator).where(account.c.key == whose)):
            raise RefusedError(Problem("accounts.keeps_administrator"))
        ended(connection, whose)
        here = account.c.key == whose
        forgotten_outside(connection, whose)
        connection.execute(update(account).where(here).values(revoked_at=now(), password=None))
        log(connection, actor, "accounts.revoke", account=whose)


def person_by(connection: Connection, whose: AccountKey) -> Actor:
    """Whoever has that account and a way in. Raises InputError."""
    query = select(account.c.key, account.c.name).where(
        account.c.key == whose, account.c.revoked_at.is_(None)
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        raise InputError(Problem("accounts.nobody", str(whose)))
    return Actor(AccountKey(found.key), found.name)


def ended(connection: Connection, whose: AccountKey) -> None:
    """Every login and personal address of theirs."""
    connection.execute(delete(link).where(link.c.account == whose))
    connection.execute(delete(login).where(login.c.account == whose))
