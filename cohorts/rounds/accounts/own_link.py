"""A personal address for whoever has the machine: the administrator, who keeps all else."""

from __future__ import annotations

from cohorts.rounds.accounts.installing import installing, log
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store


def own_link(store: Store, actor: Actor) -> str:
    """Its secret; password and logins stay as they are.

    Raises RefusedError where the actor is not the administrator.
    """
    with installing(store, actor) as connection:
        log(connection, actor, "accounts.own_link")
        return new_link(connection, actor.key)
