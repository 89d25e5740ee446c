"""What happened to somebody of a round, from the log: by whom, when, and what changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.people.what_changes import Change
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, event, said


@dataclass(frozen=True)
class Happened:
    """``changes``: fields before and after; ``said``: what else the event says of this person."""

    at: str
    by: str
    act: str
    changes: tuple[Change, ...]
    said: Mapping[str, object]


def history_of(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey
) -> tuple[Happened, ...]:
    """Of the acts on people; the newest first."""
    query = (
        select(event.c.number, event.c.at, event.c.act, account.c.name, said.c.value)
        .join(said, (said.c.chain == event.c.chain) & (said.c.number == event.c.number))
        .join(account, account.c.key == event.c.actor)
        .where(event.c.chain == round_, event.c.object == OBJECT, said.c.person == person)
        .order_by(event.c.number.desc(), said.c.part)
    )
    with look(store, actor, round_, may=READERS) as connection:
        found = connection.execute(query).all()
    return tuple(
        _happened(list(several)) for _, several in groupby(found, key=lambda row: int(row.number))
    )


def _happened(rows: Sequence[Any]) -> Happened:
    """One event."""
    values = [json.loads(row.value) for row in rows]
    changes = tuple(Change(**value) for value in values if "column" in value)
    rest = {key: of for value in values if "column" not in value for key, of in value.items()}
    return Happened(rows[0].at, rows[0].name, rows[0].act, changes, rest)
