"""What is minuted of a round: shown, decided or remarked, each one line that is never changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select

from cohorts.rounds.act import Acting
from cohorts.store.canonical import canonical
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey, new_key
from cohorts.store.tables import account, note
from cohorts.store.tables import minute as table


class Kind(StrEnum):
    """TIE: the chair on a member who knows a company. TIES_SEEN: on the list of a stage.

    PRESENT: who is in the room. LEFT_ROOM: somebody, for one dossier. SHOWN: something that is
    hidden from the start. REMARK: on a dossier or the meeting. CONSULTED: somebody from outside.
    """

    TIE = "tie"
    TIES_SEEN = "ties_seen"
    PRESENT = "present"
    LEFT_ROOM = "left_room"
    SHOWN = "shown"
    REMARK = "remark"
    CONSULTED = "consulted"


@dataclass(frozen=True)
class Minute:
    """``number``: from 1 in the round; ``value``: by kind; ``text``: what was typed with it.

    ``by``: who wrote it down, ``name``: what they are called.
    """

    number: int
    kind: Kind
    value: Mapping[str, Any]
    text: str
    at: str
    by: AccountKey
    name: str


def keep_minute(
    doing: Acting,
    kind: Kind,
    value: Mapping[str, Any],
    *,
    text: str = "",
    person: PersonKey | None = None,
) -> None:
    """One line more, within an act. ``person``: whom ``text`` is about; erased with them."""
    connection, round_ = doing.connection, doing.round
    last = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == round_)
    key: Key | None = None
    if text:
        key = new_key()
        noted = {"key": key, "round": round_, "person": person, "text": text}
        connection.execute(insert(note), noted)
    row = {"round": round_, "number": connection.execute(last).scalar_one() + 1}
    row |= {"kind": kind.value, "value": canonical(dict(value)), "note": key}
    connection.execute(insert(table), row | {"at": now(), "by": doing.actor.key})


def minutes_in(
    connection: Connection, round_: RoundKey, kinds: Collection[Kind] = tuple(Kind)
) -> tuple[Minute, ...]:
    """In the order in which they were written; where the role was checked."""
    query = (
        select(table, note.c.text, account.c.name)
        .outerjoin(note, note.c.key == table.c.note)
        .join(account, account.c.key == table.c.by)
        .where(table.c.round == round_, table.c.kind.in_([kind.value for kind in kinds]))
        .order_by(table.c.number)
    )
    return tuple(
        Minute(
            row.number,
            Kind(row.kind),
            json.loads(row.value),
            row.text or "",
            row.at,
            AccountKey(Key(row.by)),
            row.name,
        )
        for row in connection.execute(query)
    )
