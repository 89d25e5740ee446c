"""Versions of the people as they stand in the store: which answers, and which remarks, by key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select

from cohorts.people.applicant import Applicant
from cohorts.round.remark import Remark
from cohorts.rounds.act import Acting
from cohorts.rounds.people.applicant_json import applicant_text, remark_text
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey, new_key
from cohorts.store.tables import answers, applicant, remark, version

AT_ONCE = 400
"""Keys in one question; SQLite takes no more than some thousands."""


@dataclass(frozen=True)
class VersionRow:
    """``people``: person → the row of their answers; ``upload``: the file they were read from.

    ``at``: when it was written.
    """

    number: int
    people: Mapping[PersonKey, Key]
    remarks: tuple[Key, ...]
    upload: int | None
    at: str = ""


NONE_YET = VersionRow(0, {}, (), None)


def latest(connection: Connection, round_: RoundKey) -> int:
    """The number of the newest version; 0 where there is none."""
    newest = select(func.max(version.c.number)).where(version.c.round == round_)
    return connection.scalar(newest) or 0


def latest_at(connection: Connection, round_: RoundKey, at: str) -> int:
    """The number of the newest at that moment; 0 where there was none."""
    here = (version.c.round == round_, version.c.at <= at)
    return connection.scalar(select(func.max(version.c.number)).where(*here)) or 0


def written_at(connection: Connection, round_: RoundKey, number: int) -> str:
    """When a version was; "" where there is none of that number."""
    query = select(version.c.at).where(version.c.round == round_, version.c.number == number)
    return connection.scalar(query) or ""


def version_row(connection: Connection, round_: RoundKey, number: int) -> VersionRow:
    """A version of the round; the empty one where there is none of that number."""
    found = connection.execute(
        select(version).where(version.c.round == round_, version.c.number == number)
    ).one_or_none()
    if found is None:
        return NONE_YET
    people = {PersonKey(Key(person)): Key(said) for person, said in json.loads(found.people)}
    return VersionRow(number, people, tuple(json.loads(found.remarks)), found.upload, found.at)


def those_there(connection: Connection, round_: RoundKey) -> frozenset[PersonKey]:
    """Who is in the newest version and was not erased since."""
    newest = version_row(connection, round_, latest(connection, round_))
    return frozenset(newest.people) - erased_of(connection, round_)


def first_there(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, str]:
    """Since when each is or was in the round: the moment of the first version with them."""
    found: dict[PersonKey, str] = {}
    rows = connection.execute(
        select(version.c.people, version.c.at)
        .where(version.c.round == round_)
        .order_by(version.c.number)
    )
    for row in rows:
        for person, _ in json.loads(row.people):
            found.setdefault(PersonKey(Key(person)), row.at)
    return found


def erased_of(connection: Connection, round_: RoundKey) -> frozenset[PersonKey]:
    """Who was erased."""
    gone = (applicant.c.round == round_, applicant.c.erased_at.is_not(None))
    return frozenset(
        PersonKey(Key(key)) for key in connection.scalars(select(applicant.c.key).where(*gone))
    )


def write_version(
    doing: Acting,
    people: Mapping[PersonKey, Key],
    remarks: Sequence[Key],
    upload: int | None,
) -> int:
    """One version more; gives its number."""
    number = latest(doing.connection, doing.round) + 1
    row = {
        "round": doing.round,
        "number": number,
        "at": now(),
        "by": doing.actor.key,
        "upload": upload,
        "people": json.dumps([list(pair) for pair in people.items()]),
        "remarks": json.dumps(list(remarks)),
    }
    doing.connection.execute(insert(version), row)
    return number


def keep_answers(doing: Acting, people: Mapping[PersonKey, Applicant]) -> dict[PersonKey, Key]:
    """What each of them says, as rows of their own."""
    keys = {person: new_key() for person in people}
    rows = [
        {
            "key": keys[person],
            "round": doing.round,
            "person": person,
            "value": applicant_text(one),
        }
        for person, one in people.items()
    ]
    if rows:
        doing.connection.execute(insert(answers), rows)
    return keys


def keep_remarks(
    doing: Acting, remarks: Sequence[tuple[PersonKey | None, Remark]]
) -> tuple[Key, ...]:
    """What was noticed, each with whom it is about, as rows of their own."""
    rows = [
        {"key": new_key(), "round": doing.round, "person": person, "value": remark_text(one)}
        for person, one in remarks
    ]
    if rows:
        doing.connection.execute(insert(remark), rows)
    return tuple(Key(str(row["key"])) for row in rows)


def by_key(connection: Connection, table: Table, keys: Sequence[Key]) -> dict[Key, Row[Any]]:
    """Rows of a table in the order of these keys; what was erased is not among them."""
    found = {row.key: row for some in _parts(keys) for row in _rows(connection, table, some)}
    return {key: found[key] for key in keys if key in found}


def _rows(connection: Connection, table: Table, keys: Sequence[Key]) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.key.in_(keys))).all()


def _parts(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[at : at + AT_ONCE] for at in range(0, len(keys), AT_ONCE))
