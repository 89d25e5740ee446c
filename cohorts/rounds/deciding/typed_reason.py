"""A reason that somebody types: kept as a note, for it may name anybody."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from cohorts.errors import InputError, Problem
from cohorts.rounds.typed_text import visible
from cohorts.store.canonical import digest
from cohorts.store.keys import Key, RoundKey, new_key
from cohorts.store.tables import note

LONGEST = 2_000


def typed(reason: str) -> str:
    """As it can be kept. Raises InputError where it is too long to be read."""
    found = visible(reason)
    if len(found) > LONGEST:
        raise InputError(Problem("deciding.too_long", "", {"longest": LONGEST}))
    return found


def told_to_the_log(reason: str, key: Key | None) -> str:
    """What the log may say of a reason: its digest, salted with the key of its note."""
    return digest(reason, key or "")


def noted(connection: Connection, round_: RoundKey, reason: str) -> Key | None:
    """The key of a note with it; None where nothing was typed."""
    if not reason:
        return None
    key = new_key()
    row = {"key": key, "round": round_, "person": None, "text": reason}
    connection.execute(insert(note), row)
    return key
