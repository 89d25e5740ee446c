"""Names of who coach the groups."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete

from cohorts.rounds.act import Acting
from cohorts.rounds.deciding.group_coaches import coach_notes
from cohorts.rounds.keeping.kind import Item, Kind, ended_at
from cohorts.store.keys import RoundKey
from cohorts.store.tables import note


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    """By the key of the note; also where the decision was opened again and never made anew."""
    since = ended_at(connection, round_)
    return [Item(key, since) for key in coach_notes(connection, round_)]


def _erase(doing: Acting, notes: Sequence[str]) -> None:
    doing.connection.execute(delete(note).where(note.c.key.in_(notes)))


COACHES = Kind("coaches", 365, _found, _erase)
