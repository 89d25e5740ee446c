"""What was ticked off of whom."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.ticks_asked import names_in
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import ticked as table


def ticks_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[PersonKey, frozenset[str]]:
    """Each of whom anything is ticked off → what; under names that are asked no more too.

    Without what was called by a name that was erased, and those whom a tie of whoever looks keeps
    them from. Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        away = blocked(own_interests(connection, round_, actor.key))
        return {
            who: names for who, names in ticks_in(connection, round_).items() if who not in away
        }


def ticks_in(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, frozenset[str]]:
    """The same where the role was checked, of everybody."""
    found: dict[PersonKey, frozenset[str]] = {}
    names = names_in(connection, round_)
    rows = connection.execute(
        select(table.c.person, table.c.name).where(table.c.round == round_, table.c.on)
    )
    for row in rows:
        if row.name in names:
            who = PersonKey(Key(row.person))
            found[who] = found.get(who, frozenset()) | {names[row.name]}
    return found
