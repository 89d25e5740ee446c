"""Every row as the last act that wrote it left it: held against its seal."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.canonical import digest
from cohorts.store.chain import INSTALLATION
from cohorts.store.log_faults import place_of
from cohorts.store.log_order import Row, fits
from cohorts.store.log_sayings import Sayings
from cohorts.store.sealing.sealed_tables import SEALED, content_of, keys_of, name_of
from cohorts.store.sealing.seals import Seal, told_of
from cohorts.store.tables import salt as salts
from cohorts.store.tables import seal as seals

IMPORTED = "rounds.import"
"""The act of the installation by which a round came from elsewhere; it says the head it had."""
STAYED = frozenset({"role", "upload"})
"""Tables of which rows may have stayed behind where a round came from."""
STAYED_OF = frozenset({"proposals.refused"})
"""Acts of which every row may: why long work could not be done stays with that work."""


class Last(NamedTuple):
    """The last seal of a row in a chain: ``at`` what time, with which event of which act."""

    at: str
    chain: str
    number: int
    act: str
    seal: Seal


@dataclass(frozen=True, eq=False)
class Seals:
    """All seals. ``by_event``: those of each event; ``last``: row → chain → its last there."""

    by_event: Mapping[tuple[str, int], Sequence[Seal]]
    salts: Mapping[str, tuple[str, str]]
    last: dict[str, dict[str, Last]] = field(default_factory=lambda: defaultdict(dict))
    heads: dict[str, int] = field(default_factory=dict)  # hash of an event → its number
    elsewhere: dict[str, str] = field(default_factory=dict)  # round → the head it came with


def seals_of(connection: Connection) -> Seals:
    """What stands there, before the log was read."""
    by_event: dict[tuple[str, int], list[Seal]] = defaultdict(list)
    for row in connection.execute(select(seals).order_by(seals.c.row)):
        by_event[row.chain, row.number].append(Seal(row.table, row.row, row.digest))
    found = {row.row: (row.chain, row.salt) for row in connection.execute(select(salts))}
    return Seals(by_event, found)


def sealed_as_logged(
    chain: str, rows: Iterable[Row], known: Seals, sayings: Sayings
) -> Iterator[Problem]:
    """A problem for each event whose seals are others than it says; the rest is remembered.

    ``rows``: the events of a chain, by number.
    """
    for row in rows:
        sealed = known.by_event.get((chain, row["number"]), ())
        if fits(row, row["number"]) and told_of(sealed) != row["rows"]:
            yield Problem("log.seals_changed", place_of(chain, row["number"]))
        for one in sealed:
            known.last[one.row][chain] = Last(row["at"], chain, row["number"], row["act"], one)
        known.heads[str(row["hash"])] = row["number"]
        if chain == INSTALLATION and row["act"] == IMPORTED:
            known.elsewhere.update(_came(sayings, chain, row["number"]))


def rows_as_sealed(connection: Connection, known: Seals) -> Iterator[Problem]:
    """A problem for each row that was changed, put in or removed by something else than an act."""
    standing = set()
    for name, table in SEALED.items():
        for row in connection.execute(select(table)).mappings():
            key = [row[column] for column in keys_of(table)]
            called = name_of(name, key)
            standing.add(called)
            if fault := _fault(called, dict(row), known):
                yield Problem(f"log.{fault}", " ".join(map(str, (name, *key))))
    for called in sorted((known.last.keys() | known.salts.keys()) - standing):
        last = max(known.last.get(called, {}).values(), default=None)
        if last is not None and (called in known.salts or not _may_be_gone(last, known)):
            place = place_of(last.chain, last.number)
            yield Problem("log.row_removed", place, {"table": last.seal.table})


def _fault(called: str, row: Mapping[str, Any], known: Seals) -> str | None:
    if called not in known.salts:
        return "row_changed" if called in known.last else "row_put_in"
    chain, salt = known.salts[called]
    last = known.last.get(called, {}).get(chain)
    if last is None or last.seal.digest != digest(content_of(row), salt):
        return "row_changed"
    return None


def _may_be_gone(last: Last, known: Seals) -> bool:
    """An act removed it, or it stayed where the round came from."""
    came_with = known.heads.get(known.elsewhere.get(last.chain, ""), 0)
    may_stay = last.seal.table in STAYED or last.act in STAYED_OF
    return last.seal.digest is None or (may_stay and last.number <= came_with)


def _came(sayings: Sayings, chain: str, number: int) -> Iterator[tuple[str, str]]:
    """The round, and the head it had."""
    for part, stands in sayings.items():
        if (part.chain, part.number) == (chain, number):
            with suppress(ValueError, KeyError, TypeError):  # changed, and told as such
                said = json.loads(stands.value)
                yield str(said["round"]), str(said["head"])
