"""What was typed by hand of somebody: it holds over every import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from cohorts.rounds.act import Acting
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import mended

THERE = ""
"""The column of no column: whether somebody takes part at all."""


class There(StrEnum):
    """By hand, whatever a file says: they are in the round, or they withdrew."""

    HERE = "here"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Typed:
    """``cells``: field or own column → text; ``there``: None where the files decide."""

    cells: Mapping[str, str] = field(default_factory=dict)
    there: There | None = None


NOTHING = Typed()


def typed_in(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, Typed]:
    """Of everybody of whom anything was typed."""
    found: dict[PersonKey, dict[str, str]] = {}
    rows = connection.execute(
        select(mended.c.person, mended.c.column, mended.c.value).where(mended.c.round == round_)
    )
    for row in rows:
        found.setdefault(PersonKey(Key(row.person)), {})[row.column] = row.value
    return {person: _typed(cells) for person, cells in found.items()}


def _typed(cells: dict[str, str]) -> Typed:
    there = cells.pop(THERE, None)
    return Typed(cells, There(there) if there else None)


def keep_typed(doing: Acting, person: PersonKey, cells: Mapping[str, str]) -> None:
    """Instead of what was typed there before."""
    drop_typed(doing, person, *cells)
    made = {"round": doing.round, "person": person, "at": now(), "by": doing.actor.key}
    rows = [made | {"column": column, "value": text} for column, text in cells.items()]
    if rows:
        doing.connection.execute(insert(mended), rows)


def drop_typed(doing: Acting, person: PersonKey, *columns: str) -> None:
    """The files decide again."""
    here = (mended.c.round == doing.round, mended.c.person == person)
    doing.connection.execute(delete(mended).where(*here, mended.c.column.in_(columns)))
