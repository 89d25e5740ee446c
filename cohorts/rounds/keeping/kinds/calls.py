"""Calls with people: what each came to, and what was noted of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from cohorts.rounds.act import Acting
from cohorts.rounds.keeping.kind import Item, Kind, ended_at
from cohorts.store.keys import RoundKey
from cohorts.store.tables import called, note


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    since = ended_at(connection, round_)
    rows = connection.execute(select(called.c.number, called.c.at).where(called.c.round == round_))
    return [Item(row.number, max(since, row.at)) for row in rows]


def _erase(doing: Acting, numbers: Sequence[int]) -> None:
    here = (called.c.round == doing.round, called.c.number.in_(numbers))
    noted = select(called.c.note).where(*here, called.c.note.is_not(None))
    doing.connection.execute(delete(note).where(note.c.key.in_(noted)))
    doing.connection.execute(delete(called).where(*here))


CALLS = Kind("calls", 180, _found, _erase)
