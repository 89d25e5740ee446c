"""A new way in for whoever lost theirs: nothing of the old one works any longer.

Who logs in by an organisation is bound anew at the next time, by their address.
"""

from __future__ import annotations

from sqlalchemy import update

from cohorts.rounds.accounts.installing import installing, log
from cohorts.rounds.accounts.known_outside import unbound
from cohorts.rounds.accounts.revoke import ended, person_by
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.actor import Actor
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import account


def reset(store: Store, actor: Actor, whose: AccountKey) -> str:
    """The secret of a new personal address; logins and password are gone.

    Raises RefusedError where the actor is not the administrator, InputError where there is no such
    account.
    """
    with installing(store, actor) as connection:
        person_by(connection, whose)
        ended(connection, whose)
        unbound(connection, whose)
        connection.execute(update(account).where(account.c.key == whose).values(password=None))
        log(connection, actor, "accounts.reset", account=whose)
        return new_link(connection, whose)
