"""By which e-mail address an organisation knows somebody who has an account here."""

from __future__ import annotations

from sqlalchemy import insert, select

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.installing import installing, log
from cohorts.rounds.accounts.known_outside import folded, forgotten_outside
from cohorts.rounds.accounts.revoke import person_by
from cohorts.rounds.actor import Actor
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import outside_login


def know_outside(store: Store, actor: Actor, whose: AccountKey, email: str) -> None:
    """From now on who comes with that address, the first time, is this person.

    Who they were there before counts no longer. Raises RefusedError where the actor is not the
    administrator; InputError where there is no such account, it is no address, or somebody else
    is known by it.
    """
    known_by = folded(email)
    if known_by is None:
        raise InputError(Problem("accounts.bad_email", "--email"))
    with installing(store, actor) as connection:
        person_by(connection, whose)
        query = select(outside_login.c.account).where(outside_login.c.email == known_by)
        if connection.scalar(query) not in {None, whose}:
            raise InputError(Problem("accounts.email_taken", "--email"))
        forgotten_outside(connection, whose)
        row = {"account": whose, "email": known_by, "at": now()}
        connection.execute(insert(outside_login), row)
        log(connection, actor, "accounts.know_outside", account=whose)
