"""The seals of rows: a salted digest of each row that a transaction wrote, as it stands then."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, insert, select, tuple_

from cohorts.store.canonical import canonical, digest, sha256
from cohorts.store.keys import Key
from cohorts.store.sealing.sealed_tables import SEALED, content_of, keys_of, name_of
from cohorts.store.sealing.touched import Row
from cohorts.store.tables import salt as salts
from cohorts.store.tables import seal as seals

SALT_BYTES = 16
Part = TypeVar("Part")
MOST_AT_ONCE = 200
"""Rows in one question to the database."""


@dataclass(frozen=True)
class Seal:
    """Of one row. ``digest``, ``salt``: None where it is gone."""

    table: str
    row: str
    digest: str | None
    salt: str | None = None


def sealed_now(connection: Connection, rows: Iterable[Row]) -> Sequence[Seal]:
    """Seals of rows as they stand, by name."""
    of: dict[str, list[tuple[object, ...]]] = {}
    for table, key in rows:
        of.setdefault(table, []).append(key)
    found = (one for table, keys in of.items() for one in _of_table(connection, table, keys))
    return sorted(found, key=lambda one: one.row)


def told_of(sealed: Iterable[Seal]) -> str:
    """What the event holds: the digest of all of them, by name."""
    return sha256(canonical([[one.table, one.row, one.digest] for one in sealed]))


def keep_seals(connection: Connection, chain: Key, number: int, sealed: Sequence[Seal]) -> None:
    """With the event of this number. The salts of the seals before are gone."""
    for part in _parts([one.row for one in sealed]):
        connection.execute(delete(salts).where(salts.c.row.in_(part)))
    at = {"chain": chain, "number": number}
    lines = [at | {"row": s.row, "table": s.table, "digest": s.digest} for s in sealed]
    if lines:
        connection.execute(insert(seals), lines)
    kept = [{"row": s.row, "chain": chain, "salt": s.salt} for s in sealed if s.salt is not None]
    if kept:
        connection.execute(insert(salts), kept)


def _of_table(
    connection: Connection, name: str, keys: Sequence[tuple[object, ...]]
) -> Iterator[Seal]:
    table, gone = SEALED[name], {name_of(name, key) for key in keys}
    for part in _parts(keys):
        for row in connection.execute(_chosen(table, part)).mappings():
            called = name_of(name, [row[key] for key in keys_of(table)])
            salt = secrets.token_hex(SALT_BYTES)
            gone.discard(called)
            yield Seal(name, called, digest(content_of(dict(row)), salt), salt)
    yield from (Seal(name, called, None) for called in gone)


def _parts(many: Sequence[Part]) -> Iterator[Sequence[Part]]:
    return (many[at : at + MOST_AT_ONCE] for at in range(0, len(many), MOST_AT_ONCE))


def _chosen(table: Table, keys: Sequence[tuple[object, ...]]) -> Select[Any]:
    columns = list(table.primary_key.columns)
    if len(columns) == 1:
        return select(table).where(columns[0].in_([key for (key,) in keys]))
    return select(table).where(tuple_(*columns).in_(keys))
