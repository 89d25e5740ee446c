"""Who acts in these tests, and what a store holds."""

from __future__ import annotations

from sqlalchemy import select

from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import metadata

PRESET = "businessversneller"


def begun(store: Store, name: str = "Voorjaar") -> tuple[Actor, RoundKey]:
    """The administrator, and a round of theirs."""
    anna = first_account(store, "Anna")
    return anna, new_round(store, anna, name, PRESET)


def joined(
    store: Store,
    administrator: Actor,
    name: str,
    round_: RoundKey | None = None,
    role: Role | None = None,
) -> Actor:
    """Somebody more, logged in by their personal address."""
    link = add_person(store, administrator, name, round_, role)
    assert link is not None
    login = spend_link(store, link)
    assert login is not None
    actor = who(store, login)
    assert actor is not None
    return actor


def rows(store: Store, *without: str) -> dict[str, set[tuple[object, ...]]]:
    """Everything in a store, but for some tables."""
    with store.reading() as connection:
        return {
            name: {tuple(row) for row in connection.execute(select(table))}
            for name, table in metadata.tables.items()
            if name not in without
        }
