"""A file of applicants that was dropped, and that nobody confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from cohorts.rounds.act import Acting
from cohorts.rounds.keeping.kind import Item, Kind
from cohorts.rounds.people.drop import forget
from cohorts.store.keys import RoundKey
from cohorts.store.tables import upload


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    here = (upload.c.round == round_, upload.c.content.is_not(None))
    rows = connection.execute(select(upload.c.number, upload.c.at).where(*here))
    return [Item(row.number, row.at) for row in rows]


def _erase(doing: Acting, _: Sequence[int]) -> None:
    forget(doing)


WAITING_FILE = Kind("waiting_file", 30, _found, _erase)
