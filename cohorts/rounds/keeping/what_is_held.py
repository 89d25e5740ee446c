"""What a round holds of people, in numbers and names of fields: for whoever answers for privacy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from cohorts.people.applicant import FIELD_NAMES
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.group_coaches import coach_notes
from cohorts.rounds.keeping.accountable import Accountable, accountable_in
from cohorts.rounds.keeping.times_kept import Keeping, keeping_in
from cohorts.rounds.life.while_voting import voting_since
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.place import file_of, named
from cohorts.store.store import Store
from cohorts.store.tables import (
    account,
    called,
    decision,
    letter_text,
    mail,
    member,
    role,
    stage,
    vote,
)
from cohorts.store.tables import (
    round_ as rounds,
)

COUNTED: Mapping[str, Table] = {
    "members": member,
    "stages": stage,
    "votes": vote,
    "calls": called,
    "mail": mail,
    "letters": letter_text,
    "decisions": decision,
}


@dataclass(frozen=True)
class WhatIsHeld:
    """``fields``: what somebody answered, in the words of the product; ``own``: other columns.

    ``counts``: name of COUNTED, or ``coaches``, → how many; of votes nothing while they run.
    ``roles``: role → who has it, by name.
    ``place``: of the database, ``in_file``: whether it is a file on the machine that runs it.
    """

    round: str
    begun: str
    people: int
    fields: tuple[str, ...]
    own: tuple[str, ...]
    counts: Mapping[str, int]
    roles: Mapping[Role, Sequence[str]]
    place: str
    in_file: bool
    keeping: Keeping
    accountable: Accountable


def what_is_held(store: Store, actor: Actor, round_: RoundKey) -> WhatIsHeld:
    """Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        people = [*people_in_store(connection, store.url, round_).applicants]
        row = connection.execute(select(rounds).where(rounds.c.key == round_)).one()
        fields = (n for n in FIELD_NAMES if any(one.text(n) is not None for one in people))
        return WhatIsHeld(
            row.name,
            row.made_at,
            len(people),
            tuple(fields),
            tuple(sorted({header for one in people for header in one.extra})),
            _counts(connection, round_),
            _roles(connection, round_),
            named(store.url),
            file_of(store.url) is not None,
            keeping_in(connection, round_),
            accountable_in(connection, round_),
        )


def _counts(connection: Connection, round_: RoundKey) -> Mapping[str, int]:
    """Two counts of votes that run would tell how many were changed between them."""
    runs = {"votes"} if voting_since(connection, round_) is not None else set()
    tables = {name: table for name, table in COUNTED.items() if name not in runs}
    found = {name: _count(connection, table, round_) for name, table in tables.items()}
    return found | {"coaches": len(coach_notes(connection, round_))}


def _count(connection: Connection, table: Table, round_: RoundKey) -> int:
    here = select(func.count()).select_from(table).where(table.c.round == round_)
    return connection.scalar(here) or 0


def _roles(connection: Connection, round_: RoundKey) -> Mapping[Role, Sequence[str]]:
    query = (
        select(role.c.role, account.c.name)
        .join(account, account.c.key == role.c.account)
        .where(role.c.round == round_, account.c.revoked_at.is_(None))
        .order_by(account.c.name, account.c.key, role.c.role)
    )
    found: dict[Role, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(Role(row.role), []).append(row.name)
    return found
