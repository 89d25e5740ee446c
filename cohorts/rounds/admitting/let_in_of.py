"""Who was let in although a condition says no: by whom, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, note
from cohorts.store.tables import admitted as table


@dataclass(frozen=True)
class KeptLetIn:
    """``by``: what who did it is called; ``at``: when, in the clock of the store."""

    reason: str
    by: str
    at: str


def let_in_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[PersonKey, KeptLetIn]:
    """The oldest first, also of who is not in the round now.

    Without those whom a tie of whoever looks keeps them from. Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        away = blocked(own_interests(connection, round_, actor.key))
        found = let_in_there(connection, round_)
    return {who: one for who, one in found.items() if who not in away}


def let_in_there(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, KeptLetIn]:
    """The same of everybody, where the role was checked."""
    rows = connection.execute(
        select(table.c.person, table.c.at, account.c.name, note.c.text)
        .join(account, account.c.key == table.c.by)
        .join(note, note.c.key == table.c.note)
        .where(table.c.round == round_)
        .order_by(table.c.at, table.c.person)
    )
    return {PersonKey(Key(row.person)): KeptLetIn(row.text, row.name, row.at) for row in rows}
