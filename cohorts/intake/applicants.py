"""The front door of intake: a file in, applicants and a report out; all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from cohorts.errors import InputError, Problem
from cohorts.intake.answers import read_answers
from cohorts.intake.columns import find_columns
from cohorts.intake.field_map import FieldMap, load_map
from cohorts.intake.read_row import RowReader
from cohorts.intake.report import IntakeReport
from cohorts.intake.same_person import check_ids, latest, numbered, says_something
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.round.remark import Remark

PLACES_NAMED = 8


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
        merged = self.report.merged
        return {m.left_id: m.kept_id for m in merged if m.left_id != m.kept_id}

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
        raise InputError(Problem("intake.nothing_known", table.file))
    check_ids(known, table.file)
    kept, merged = latest(known)
    people = tuple(sorted(kept, key=lambda a: a.id))
    empty = [Remark("intake.empty_row", row) for row, a in read if not says_something(a)]
    remarks = [*table.remarks, *columns.remarks, *reader.asked(), *empty, *reader.remarks]
    remarks += _unplaced(people)
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


def _unplaced(people: Sequence[Applicant]) -> Iterator[Remark]:
    """One remark about all places of which nobody can say where they lie."""
    places = sorted({a.place for a in people if a.place and a.municipality is None})
    if places:
        facts = {"count": len(places), "places": tuple(f"'{p}'" for p in places[:PLACES_NAMED])}
        yield Remark("intake.places_unknown", facts=facts)
