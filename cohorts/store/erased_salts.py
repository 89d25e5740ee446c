"""The salt of a reason that is gone: the key of its note, which stood where the reason counted.

The log has the digest of such a reason, so with its salt a short one could be guessed.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from cohorts.store.keys import Key
from cohorts.store.tables import decision, note, passed

GONE = Key("0" * 16)
"""Instead of it: that there was a reason, and which no more."""
SALTING = (decision.c.note, decision.c.reopened_note, passed.c.note)


def drop_salts(connection: Connection, in_round: str) -> None:
    """Of all notes of a round that are gone."""
    left = select(note.c.key)
    for column in SALTING:
        here = column.table.c.round == in_round, column.is_not(None), column != GONE
        change = update(column.table).where(*here, column.not_in(left))
        connection.execute(change.values({column.name: GONE}))
