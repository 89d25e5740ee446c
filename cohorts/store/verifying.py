"""Whether the log is as it was written, with what it says of people, and every row of an act."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.store.chain import BEGINNING
from cohorts.store.log_faults import faults_of, place_of
from cohorts.store.log_order import Row, fits
from cohorts.store.log_sayings import sayings_of, unsaid
from cohorts.store.seals_hold import rows_as_sealed, sealed_as_logged, seals_of
from cohorts.store.tables import event

ERASE = "erase"
"""The verb of the events after which what was said of somebody may be missing."""
PRINTED = 16
"""How many digits of a head stand on a document."""
WHOLE = len(BEGINNING)


@dataclass(frozen=True)
class Verified:
    """What was found.

    ``heads``: chain → its last hash; ``erased``: people; ``witness``: where the head stands that
    was given.
    """

    problems: tuple[Problem, ...]
    heads: Mapping[str, str]
    events: int
    erased: int
    witness: str = ""


def verify(connection: Connection, witness: str | None = None) -> Verified:
    """Reads every chain, and every row that an act wrote.

    ``witness``: a head that a document has, whole or its first 16 digits.

    A cut tail and a log that was rewritten whole do not show in the log itself: there the witness
    is not found. Raises InputError where it is none.
    """
    sought = None if witness is None else _head(witness)
    problems: list[Problem] = []
    erased: set[str] = set()
    heads: dict[str, str] = {}
    events, found = 0, ""
    sayings, seals = sayings_of(connection), seals_of(connection)
    for chain, rows in _chains(connection):
        gone = {person for row in rows if _erases(row) for person in json.loads(row["about"])}
        problems += faults_of(chain, rows)
        told = sayings.pop(chain, {})
        until = max((row["number"] for row in rows if _erases(row)), default=0)
        problems += unsaid(rows, told, gone, until)
        problems += sealed_as_logged(chain, rows, seals, told)
        found = next((place_of(chain, row["number"]) for row in rows if _is(row, sought)), found)
        heads[chain] = str(rows[-1]["hash"])
        events, erased = events + len(rows), erased | gone
    for left in sayings.values():
        problems += unsaid((), left, set())
    problems += rows_as_sealed(connection, seals)
    if sought is not None and not found and not BEGINNING.startswith(sought):
        problems.append(Problem("log.no_witness", sought))
    return Verified(tuple(problems), heads, events, len(erased), found)


def _head(witness: str) -> str:
    """As it stands in the log. A document may print it in groups, and in capitals."""
    bare = re.sub(r"[\s.\-–]", "", witness).lower()
    if not re.fullmatch(r"[0-9a-f]+", bare) or not PRINTED <= len(bare) <= WHOLE:
        raise InputError(Problem("log.no_head", "--head"))
    return bare


def _chains(connection: Connection) -> Iterator[tuple[str, list[Row]]]:
    """Chain and its rows by number, one chain after the other."""
    ordered = select(event).order_by(event.c.chain, event.c.number)
    rows: Iterable[dict[str, Any]] = (dict(row) for row in connection.execute(ordered).mappings())
    for chain, found in groupby(rows, key=lambda row: str(row["chain"])):
        yield chain, list(found)


def _erases(row: Row) -> bool:
    return str(row["act"]).rsplit(".", 1)[-1] == ERASE and fits(row, row["number"])


def _is(row: Row, sought: str | None) -> bool:
    return sought is not None and str(row["hash"]).startswith(sought)
