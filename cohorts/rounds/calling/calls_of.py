"""Whom somebody called in a round, when, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, note
from cohorts.store.tables import called as table


class Called(StrEnum):
    """What a call came to."""

    NO_ANSWER = "no_answer"
    COMMITTED = "committed"
    NO = "no"
    THINKING = "thinking"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Call:
    """``until``: of who asked for time to think, in the clock of the store; ``by``: a name."""

    person: PersonKey
    state: Called
    until: str | None
    remark: str
    at: str
    by: str


def calls_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[PersonKey, tuple[Call, ...]]:
    """Each who was called → their calls, the newest last.

    Without those whom a tie of whoever looks keeps them from. Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        away = blocked(own_interests(connection, round_, actor.key))
        found: dict[PersonKey, tuple[Call, ...]] = {}
        for one in calls_in(connection, round_):
            if one.person not in away:
                found[one.person] = (*found.get(one.person, ()), one)
        return found


def calls_in(connection: Connection, round_: RoundKey) -> tuple[Call, ...]:
    """All of a round, the newest last, where the role was checked."""
    rows = connection.execute(
        select(table, account.c.name, note.c.text)
        .join(account, account.c.key == table.c.by)
        .outerjoin(note, note.c.key == table.c.note)
        .where(table.c.round == round_)
        .order_by(table.c.number)
    )
    return tuple(
        Call(
            PersonKey(Key(row.person)),
            Called(row.state),
            row.until,
            row.text or "",
            row.at,
            row.name,
        )
        for row in rows
    )
