"""What events say of people: held against the digests in the log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.canonical import digest
from cohorts.store.erased_texts import may_be_gone
from cohorts.store.log_faults import place_of
from cohorts.store.log_order import Row, fits
from cohorts.store.tables import said


class Part(NamedTuple):
    """Where a part of what an event says stands."""

    chain: str
    number: int
    part: int


class Stands(NamedTuple):
    """What stands there; ``person``: whom it is about."""

    value: str
    salt: str
    person: str | None


Sayings = Mapping[Part, Stands]


def sayings_of(connection: Connection) -> dict[str, Sayings]:
    """Chain → everything that its events say and that is still there."""
    found: dict[str, dict[Part, Stands]] = {}
    for row in connection.execute(select(said)):
        part = Part(row.chain, row.number, row.part)
        found.setdefault(row.chain, {})[part] = Stands(row.value, row.salt, row.person)
    return dict(found)


def unsaid(
    rows: Iterable[Row], sayings: Sayings, erased: Collection[str], until: int = 0
) -> Iterator[Problem]:
    """A problem where it is another thing now, or where it is gone and nobody erased it.

    ``until``: the last event that erased anybody; what was typed in one before it may have gone.
    Of a row that was changed itself nothing is said here.
    """
    doubtful, named = set(), set()
    for row in rows:
        if not fits(row, row["number"]):
            doubtful.add(row["number"])
            continue
        for part, (salted, person) in enumerate(json.loads(row["digests"])):
            place = Part(row["chain"], row["number"], part)
            named.add(place)
            stands = sayings.get(place)
            typed = may_be_gone(row["act"], person) and row["number"] < until
            if stands is None and person not in erased and not typed:
                yield Problem("log.unsaid", place_of(row["chain"], row["number"]))
            if stands is not None and (digest(*stands[:2]), stands.person) != (salted, person):
                yield Problem("log.said_changed", place_of(row["chain"], row["number"]))
    for left in sorted(sayings.keys() - named):
        if left.number not in doubtful:
            yield Problem("log.unfounded", place_of(left.chain, left.number))
