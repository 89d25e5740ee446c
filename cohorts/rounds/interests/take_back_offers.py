"""Offers of help taken back: by who made them, or because they told a tie that blocks."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.tables import note
from cohorts.store.tables import offer as table


def take_back_offers(
    connection: Connection, round_: RoundKey, account: AccountKey, people: Collection[PersonKey]
) -> None:
    """Of one member, with what was written with them; where there is none, nothing changes."""
    here = (table.c.round == round_, table.c.account == account, table.c.person.in_(people))
    written = [key for key in connection.scalars(select(table.c.note).where(*here)) if key]
    connection.execute(delete(table).where(*here))
    connection.execute(delete(note).where(note.c.key.in_(written)))
