"""The front door of intake: a file in, applicants and a report out; all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import overload

from cohorts.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.errors import InputError, Problem
from cohorts.intake.columns import find_columns
from cohorts.intake.field_map import FieldMap, load_map
from cohorts.intake.files import read_table
from cohorts.intake.read_row import RowReader
from cohorts.intake.report import IntakeReport, Merged
from cohorts.intake.table import Table

CLEAN_FIRST = ("id", "name", "company", "kvk")


@dataclass(frozen=True, eq=False)
class Applicants(Sequence[Applicant]):
    """Applicants sorted by id, with the report of how they were read."""

    people: tuple[Applicant, ...]
    report: IntakeReport

    @overload
    def __getitem__(self, index: int) -> Applicant: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Applicant]: ...
    def __getitem__(self, index: int | slice) -> Applicant | Sequence[Applicant]:
        return self.people[index]

    @property
    def aliases(self) -> dict[ApplicantId, ApplicantId]:
        """Ids of answers that were replaced by a later one → the id of that one."""
        return {merged.left_id: merged.kept_id for merged in self.report.merged}

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
    table = read_table(path)
    field_map = as_map(map)
    columns = find_columns(table, field_map)
    is_clean = table.headers[: len(CLEAN_FIRST)] == CLEAN_FIRST
    reader = RowReader(table, columns, field_map, is_clean)
    read = [(row, reader.read(row, cells)) for row, cells in table.rows]
    known = [(row, a) for row, a in read if _says_something(a)]
    if not known:
        raise InputError(Problem("intake.nothing_known", table.file))
    _check_ids(known, table)
    kept, merged = _latest(known)
    remarks = [*table.remarks, *columns.remarks, *reader.remarks]
    people = tuple(sorted(kept, key=lambda a: a.id))
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
        tuple(remarks),
        tuple(merged),
    )
    return Applicants(people, report)


def as_map(given: FieldMap | Mapping[str, str] | str | Path | None) -> FieldMap:
    """Whatever a caller gives as a map. Raises InputError."""
    if isinstance(given, FieldMap):
        return given
    if isinstance(given, str | Path):
        return load_map(Path(given))
    headers = {field: (header,) for field, header in (given or {}).items()}
    return FieldMap(fields=headers).check_fields("map")


def _says_something(applicant: Applicant) -> bool:
    """Anything beside an id and the moment of sending in."""
    silent = {"id", "submitted", "extra"}
    said = (getattr(applicant, f.name) for f in fields(applicant) if f.name not in silent)
    return bool(applicant.extra) or any(value not in (None, ()) for value in said)


def _check_ids(known: Sequence[tuple[int, Applicant]], table: Table) -> None:
    """Raises InputError where two rows carry the same id."""
    seen: dict[str, int] = {}
    twice = []
    for row, applicant in known:
        if applicant.id in seen:
            twice.append((str(applicant.id), seen[applicant.id], row))
        seen.setdefault(applicant.id, row)
    if twice:
        shown = tuple(f"{i} ({a}, {b})" for i, a, b in twice[:10])
        raise InputError(Problem("intake.same_id", table.file, {"ids": shown}))


def _latest(known: Sequence[tuple[int, Applicant]]) -> tuple[list[Applicant], list[Merged]]:
    """Of each person the latest answer: by the moment of sending in, else by row."""
    latest: dict[object, tuple[int, Applicant]] = {}
    merged = []
    for row, applicant in sorted(known, key=lambda pair: (pair[1].submitted or "", pair[0])):
        person = _person(applicant) or row
        if person in latest:
            left, before = latest[person]
            merged.append(Merged(applicant.label, row, left, applicant.id, before.id))
        latest[person] = (row, applicant)
    return [applicant for _, applicant in latest.values()], merged


def _person(applicant: Applicant) -> tuple[str, ...] | None:
    """What tells that two rows are one person: the e-mail address, or company number and name."""
    if applicant.email:
        return (applicant.email.lower(),)
    if applicant.kvk and applicant.name:
        return (applicant.kvk, applicant.name.lower())
    return None
