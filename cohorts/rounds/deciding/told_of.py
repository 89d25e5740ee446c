"""Who was told what, when, how and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account
from cohorts.store.tables import told as table


class How(StrEnum):
    """In what way somebody was told."""

    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    IN_PERSON = "in_person"


@dataclass(frozen=True)
class Told:
    """``group``: None: that there was no place. ``by``: a name.

    ``on``: when they heard it; ``at``: when that was written down.
    """

    person: PersonKey
    proposal: ProposalKey
    group: int | None
    how: How
    at: str
    by: str
    on: str


def told_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Told, ...]:
    """Everything that was told in a round, the newest last. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return told_in(connection, round_)


def told_in(connection: Connection, round_: RoundKey) -> tuple[Told, ...]:
    """The same within an act or a look."""
    found = connection.execute(
        select(table, account.c.name)
        .join(account, account.c.key == table.c.by)
        .where(table.c.round == round_)
        .order_by(table.c.number)
    )
    return tuple(
        Told(row.person, row.proposal, row.group, How(row.how), row.at, row.name, row.on or row.at)
        for row in found
    )


def knows(heard: Mapping[PersonKey, Told], who: PersonKey, group: int | None) -> bool:
    """Whether they heard this last: the number of their group, or that they have no place.

    Only that is kept of what was told: who heard of an earlier first day, of another facilitator or
    of other members in the same group counts as knowing.
    """
    return who in heard and heard[who].group == group


def last_told(told: Iterable[Told]) -> dict[PersonKey, Told]:
    """Person → what they heard last."""
    return {one.person: one for one in told}
