"""Which tables have their rows sealed, and why the others have not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from cohorts.store.canonical import canonical, sha256
from cohorts.store.tables import metadata

UNSEALED = {
    "event": "the log shows itself what was done to it",
    "said": "its digests stand in the events",
    "seal": "the digest of all seals of an event stands in it",
    "salt": "another one fits no seal",
    "programme": "each is known by its own digest",
    "job": "how far long work is; what comes of it is kept by an act",
    "mail": "how far mail is; that somebody was written to is kept by an act",
    "visit": "when somebody looked; nothing follows from it",
    "link": "a way in, for some days; who can write here can come in anyhow",
    "login": "the same",
    "attempt": "passwords that were tried in the last minutes",
}
"""Table → why its rows have no seal."""
SEALED: Mapping[str, Table] = {
    table.name: table for table in metadata.sorted_tables if table.name not in UNSEALED
}


def keys_of(table: Table) -> tuple[str, ...]:
    """The columns that tell one row from another."""
    return tuple(column.name for column in table.primary_key.columns)


def name_of(table: str, key: Sequence[object]) -> str:
    """What a row is called in a seal; a key may be a header of a file, so nothing is read of it."""
    return sha256(canonical([table, *key]))


def content_of(row: Mapping[str, Any]) -> str:
    """What a seal is of. Without what is empty, so that a later release may add columns."""
    return canonical({name: _plain(value) for name, value in row.items() if value is not None})


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value
