"""A file that was dropped and not yet confirmed: how it is read, and what it would change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from cohorts.errors import InputError, Problem
from cohorts.forms.from_bytes import from_bytes
from cohorts.intake import Applicants, FieldMap, read_applicants
from cohorts.intake.mended import mended
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Remark
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.people.once_there import once_there
from cohorts.rounds.people.one_person import answered
from cohorts.rounds.people.typed import NOTHING
from cohorts.rounds.people.who_is_who import WhoIsWho, who_is_who
from cohorts.rounds.roles import READERS
from cohorts.store.canonical import canonical
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import upload

APPLICANTS = "applicants"
"""The kind of such a file."""
Cell = tuple[int, str]
MOST_LOOKED = 8
NOBODY = PersonKey(Key(""))


@dataclass(frozen=True)
class Said:
    """What somebody said of a file before it is confirmed; people by the row they stand in.

    ``cells``: (row, field or own column) → what was typed; ``released``: cells of which the file
    counts again, and no longer what was typed in an earlier one; ``same``, ``not_same``: (who is in
    the round, row of the file).
    """

    cells: Mapping[Cell, str] = field(default_factory=dict)
    released: frozenset[Cell] = frozenset()
    same: tuple[tuple[PersonKey, int], ...] = ()
    not_same: tuple[tuple[PersonKey, int], ...] = ()

    @property
    def text(self) -> str:
        """As JSON."""
        return canonical(
            {
                "cells": [[*cell, text] for cell, text in sorted(self.cells.items())],
                "released": sorted(self.released),
                "same": self.same,
                "not_same": self.not_same,
            }
        )


def said_in(text: str | None) -> Said:
    """What ``text`` says; nothing for None."""
    said = json.loads(text) if text else {}
    return Said(
        {(row, column): typed for row, column, typed in said.get("cells", ())},
        frozenset((row, column) for row, column in said.get("released", ())),
        tuple((key, row) for key, row in said.get("same", ())),
        tuple((key, row) for key, row in said.get("not_same", ())),
    )


@dataclass(frozen=True, eq=False)
class DroppedFile:
    """``read``: as it stands in the file; ``after``: with all that was typed by hand, now and then.

    ``wrong``: what was typed and could not be read. ``before``: who is in the round; ``once``: who
    was, and withdrew. ``found``: who of them is who in the file. ``revision``: see KeptPeople.
    """

    number: int
    file: str
    at: str
    field_map: FieldMap
    said: Said
    read: Applicants
    after: Applicants
    wrong: tuple[tuple[Applicant, Remark], ...]
    before: KeptPeople
    once: Mapping[PersonKey, Applicant]
    found: WhoIsWho

    @property
    def absorbed(self) -> Mapping[ApplicantId, PersonKey]:
        """Who was somebody of their own, and in this file is another answer of somebody else."""
        there, found = self.before.keys.of, {*self.found.who.values()}
        left = self.read.aliases.keys() & there.keys()
        return {i: there[i] for i in left if there[i] in self.before.who and there[i] not in found}

    @property
    def revision(self) -> int:
        """What a save must have seen."""
        return self.before.revision


_LOOKED: LastFew[DroppedFile] = LastFew(MOST_LOOKED)
_READ: LastFew[Applicants] = LastFew(MOST_LOOKED)


def dropped_file(store: Store, actor: Actor, round_: RoundKey) -> DroppedFile | None:
    """The file that waits to be confirmed; None where there is none.

    Raises RefusedError for whoever may not read the round, and InputError where what was said of
    the file since cannot be.
    """
    with look(store, actor, round_, may=READERS) as connection:
        return dropped_in(connection, store.url, round_)


def dropped_in(connection: Connection, url: str, round_: RoundKey) -> DroppedFile | None:
    """The same where the role was checked."""
    row = _waiting(connection, round_)
    if row is None:
        return None
    before = people_in_store(connection, url, round_)
    now = (before.version, before.rows.at, len(before.who))
    of = (url, round_, row.number, row.at, row.field_map, row.answered, *now)
    looked = _LOOKED.get(of, lambda: _looked_at(connection, round_, row, before))
    return replace(looked, before=before)


def read_waiting(store: Store, actor: Actor, round_: RoundKey, field_map: FieldMap) -> Applicants:
    """The file that waits, read by another map. Raises InputError where it cannot be, or is not."""
    with look(store, actor, round_, may=READERS) as connection:
        row = _waiting(connection, round_)
    if row is None:
        raise InputError(Problem("people.no_file_waits"))
    return read_bytes(row.file, row.content, field_map)


def _waiting(connection: Connection, round_: RoundKey) -> Row[Any] | None:
    here = (upload.c.round == round_, upload.c.kind == APPLICANTS, upload.c.content.is_not(None))
    newest = select(upload).where(*here).order_by(upload.c.number.desc()).limit(1)
    return connection.execute(newest).one_or_none()


def _looked_at(
    connection: Connection, round_: RoundKey, row: Row[Any], before: KeptPeople
) -> DroppedFile:
    field_map, said = FieldMap.model_validate_json(row.field_map), said_in(row.answered)
    read = read_bytes(row.file, row.content, field_map)
    again = _answered_before(connection, round_, field_map, read, before)
    if again != field_map:
        read = read_bytes(row.file, row.content, again)
    once = once_there(connection, round_, before)
    found = who_is_who(
        {**once, **before.who},
        read.people,
        before.keys,
        _in_rows(said.same, read),
        _in_rows(said.not_same, read),
    )
    typed = mended(read, _cells(read, said, before, found))
    return DroppedFile(
        row.number,
        row.file,
        row.at,
        field_map,
        said,
        read,
        typed.applicants,
        typed.wrong,
        before,
        once,
        found,
    )


def read_bytes(file: str, content: bytes, field_map: FieldMap) -> Applicants:
    """A file of applicants. Raises InputError."""
    return _READ.get(
        (file, content, field_map.model_dump_json()),
        lambda: from_bytes(file, content, lambda path: read_applicants(path, field_map)),
    )


def _answered_before(
    connection: Connection,
    round_: RoundKey,
    field_map: FieldMap,
    read: Applicants,
    before: KeptPeople,
) -> FieldMap:
    """The map with what was answered of people of this file in an earlier one."""
    ids = before.keys.ids
    now = set(map(frozenset, (*field_map.same, *field_map.not_same)))

    def pairs(*, same: bool) -> tuple[tuple[str, str], ...]:
        known = ((ids[a], ids[b]) for a, b in answered(connection, round_, same=same))
        return tuple(p for p in known if read.rows.keys() >= set(p) and frozenset(p) not in now)

    return field_map.merged(FieldMap(same=pairs(same=True), not_same=pairs(same=False)))


def _in_rows(
    answers: Sequence[tuple[PersonKey, int]], read: Applicants
) -> list[tuple[PersonKey, ApplicantId]]:
    """By the ids that the file has now; they are others where its columns are read otherwise."""
    ids = {row: id_ for id_, row in read.rows.items()}
    return [(key, ids[row]) for key, row in answers if row in ids]


def _cells(
    read: Applicants, said: Said, before: KeptPeople, found: WhoIsWho
) -> Mapping[tuple[ApplicantId, str], str]:
    """All that was typed of people of this file: earlier, and now."""
    cells: dict[tuple[ApplicantId, str], str] = {}
    ids = {read.rows[a.id]: a.id for a in read.people}
    for row, id_ in ids.items():
        typed = before.typed.get(found.who.get(id_, NOBODY), NOTHING).cells
        kept = (
            (column, text) for column, text in typed.items() if (row, column) not in said.released
        )
        cells |= {(id_, column): text for column, text in kept}
    now = ((row, column, text) for (row, column), text in said.cells.items() if row in ids)
    return cells | {(ids[row], column): text for row, column, text in now}
