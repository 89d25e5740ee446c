"""The front door of intake: a file in, applicants and a report out; all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import overload

from cohorts.errors import InputError, Problem
from cohorts.intake.answers import read_answers
from cohorts.intake.fields.columns import Columns, find_columns
from cohorts.intake.fields.field_map import FieldMap, load_map
from cohorts.intake.fields.in_doubt import asked_of_columns
from cohorts.intake.first_identity import Answer, first_id, people_then
from cohorts.intake.read_row import RowReader
from cohorts.intake.report import IntakeReport, in_order
from cohorts.intake.same_person import check_ids, numbered, people_in, says_something
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.round.remark import NOBODY_AGREED, Remark
from cohorts.words.phrase import quoted

PLACES_NAMED = 8


@dataclass(frozen=True, eq=False)
class Applicants(Sequence[Applicant]):
    """Applicants sorted by id, with the report of how they were read.

    ``answers``: every row that says something, also those that do not count; ``rows``: id → the row
    in which the answer that counts stands.
    """

    people: tuple[Applicant, ...]
    report: IntakeReport
    answers: tuple[Answer, ...] = ()
    rows: Mapping[ApplicantId, int] = field(default_factory=dict)

    @overload
    def __getitem__(self, index: int) -> Applicant: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Applicant]: ...
    def __getitem__(self, index: int | slice) -> Applicant | Sequence[Applicant]:
        return self.people[index]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All that was noticed while they were read."""
        return self.report.remarks

    @property
    def first_hand(self) -> bool:
        """Whether they were read from what came in, so that all that can be noticed was."""
        return not self.report.clean

    @property
    def aliases(self) -> dict[ApplicantId, ApplicantId]:
        """Ids of answers that were replaced by a later one → the id of that one."""
        merged = self.report.merged
        return {m.left_id: m.kept_id for m in merged if m.left_id != m.kept_id}

    @cached_property
    def earlier_ids(self) -> dict[ApplicantId, ApplicantId]:
        """Ids that releases before meaning 3 made → whose they are now."""
        _, who = people_then(self.answers)
        made = {one.first_id: one.applicant.id for one in self.answers if one.first_id}
        made |= {old: new for new, old in who.items()}
        now = {a.id: a.id for a in self.people} | self.aliases
        return {old: now[new] for old, new in made.items() if old not in now}

    def __len__(self) -> int:
        return len(self.people)

    def __iter__(self) -> Iterator[Applicant]:
        return iter(self.people)


def read_applicants(
    path: str | Path,
    map: FieldMap | Mapping[str, str] | str | Path | None = None,  # noqa: A002 - its name for users
) -> Applicants:
    """The applicants in an export: CSV, workbook or JSON.

    ``map`` settles what headers cannot: field → header, or a ``map.toml``. Raises InputError.
    """
    field_map = as_map(map)
    table, clean = read_answers(path, field_map)
    columns = find_columns(table, field_map, is_clean=clean)
    reader = RowReader(table, columns, field_map, clean)
    read = [(row, reader.read(row, cells)) for row, cells in table.rows]
    known = numbered([(row, a) for row, a in read if says_something(a)])
    if not known:
        facts = {"rows": len(table.rows), "kind": table.kind}
        raise InputError(Problem("intake.nothing_known", table.file, facts))
    check_ids(known, table.file)
    found = people_in(known, field_map)
    people = tuple(sorted(found.kept, key=lambda a: a.id))
    made = {row: first_id(cells) for row, cells in table.rows if not reader.has_id(cells)}
    answers = tuple(Answer(row, a, made.get(row)) for row, a in known)
    empty = [Remark("intake.empty_row", row) for row, a in read if not says_something(a)]
    silent = {(r.row, "intake.perhaps_nobody") for r in empty}
    of_rows = [r for r in table.remarks if (r.row, r.code) not in silent]
    remarks = [
        *of_rows,
        *columns.remarks,
        *asked_of_columns(table, reader.remarks),
        *empty,
        *reader.remarks,
    ]
    remarks += [*found.remarks, *_nobody_agreed(columns, people)]
    feeds = {match.header: match.field for match in columns.matches if match.field}
    missing = {
        name: sum(getattr(a, name) in (None, ()) for a in people)
        for name in FIELD_NAMES
        if name in columns.sources
    }
    report = IntakeReport(
        table.file,
        table.kind,
        table.detail,
        len(table.rows),
        len(people),
        columns.matches,
        missing,
        in_order(in_known_places(remarks, people), table.headers, feeds),
        found.merged,
        clean,
    )
    return Applicants(people, report, answers, {a.id: row for row, a in known})


def fields_of(people: Sequence[Applicant]) -> Mapping[str, str]:
    """Header → the field it was read as; nothing for people who were not read from a file."""
    if not isinstance(people, Applicants):
        return {}
    return {match.header: match.field for match in people.report.matches if match.field}


def _nobody_agreed(columns: Columns, people: Sequence[Applicant]) -> list[Remark]:
    """Said where consent was asked and nobody's answer is known: that is not as if it was not."""
    if not columns.consent_asked or any(a.consent is not None for a in people):
        return []
    return [Remark(NOBODY_AGREED, column=columns.consent_asked[0])]


def as_map(given: FieldMap | Mapping[str, str] | str | Path | None) -> FieldMap:
    """Whatever a caller gives as a map. Raises InputError."""
    if isinstance(given, FieldMap):
        return given
    if isinstance(given, str | Path):
        return load_map(Path(given))
    headers = {field: (header,) for field, header in (given or {}).items()}
    return FieldMap(fields=headers).check_fields("map")


def in_known_places(remarks: Sequence[Remark], people: Sequence[Applicant]) -> list[Remark]:
    """The remarks with one about all places of which nobody can say where they lie, made anew."""
    code = "intake.places_unknown"
    told = [remark for remark in remarks if remark.code != code]
    places = sorted({a.place for a in people if a.place and a.municipality is None})
    if places:
        facts = {"count": len(places), "places": tuple(quoted(p) for p in places[:PLACES_NAMED])}
        told.append(Remark(code, facts=facts))
    return told
