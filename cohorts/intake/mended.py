"""Cells that a person types over on the screen, read by the reader that read the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cohorts.intake.applicants import Applicants, in_known_places
from cohorts.intake.fields.column_kinds import BANDS
from cohorts.intake.fields.columns import find_columns
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.read_row import RowReader
from cohorts.intake.report import in_order
from cohorts.intake.table import Table
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.round.remark import Remark

Cells = Mapping[tuple[ApplicantId, str], str]
"""(who, field or own column) → what was typed; "" takes away what stood there."""
WHERE = ("postcode", "place", "municipality", "province", "latitude", "longitude")
"""What follows from each other: where one is typed, the others are found anew."""
TYPED_WHERE = ("postcode", "place")


@dataclass(frozen=True)
class Mended:
    """``applicants``: with what could be read; ``wrong``: what could not, and counts as missing."""

    applicants: Applicants
    wrong: tuple[tuple[Applicant, Remark], ...]


def mended(read: Applicants, cells: Cells) -> Mended:
    """The people as read, with these cells typed over. Raises InputError for citizen numbers.

    What reading noticed of a cell goes with it; what is wrong with the new one comes instead.
    """
    feeds = {m.header: m.field for m in read.report.matches if m.field}
    # typed while the telephone was a column of one's own
    field_of = {header: field for header, field in feeds.items() if field == "phone"}
    cells = {(person, field_of.get(c, c)): text for (person, c), text in cells.items()}
    typed: dict[ApplicantId, dict[str, str]] = {}
    for (person, column), text in cells.items():
        typed.setdefault(person, {})[column] = text
    header_of = {field: header for header, field in reversed(feeds.items())}
    people, wrong = [], []
    for applicant in read:
        after, remarks = _typed_over(applicant, typed.get(applicant.id, {}))
        people.append(after)
        row = read.rows.get(applicant.id)
        wrong += [(after, _at(r, row, header_of)) for r in remarks]
    gone = {(read.rows.get(person), column) for person, column in cells}
    kept = [r for r in read.remarks if r.row is None or (r.row, r.about or r.column) not in gone]
    told = in_known_places([*kept, *(remark for _, remark in wrong)], people)
    headers = [match.header for match in read.report.matches]
    report = replace(read.report, remarks=in_order(told, headers, feeds))
    return Mended(replace(read, people=tuple(people), report=report), tuple(wrong))


def _at(remark: Remark, row: int | None, header_of: Mapping[str, str]) -> Remark:
    """At its place in the file: there a field stands under its own header."""
    field = remark.column
    return replace(remark, row=row, column=header_of.get(field, field), about=field)


def _typed_over(applicant: Applicant, typed: Mapping[str, str]) -> tuple[Applicant, list[Remark]]:
    """Somebody with what was typed, and what is wrong with it; a file of one row is read."""
    if not typed:
        return applicant, []
    given = dict(typed)
    if not typed.keys().isdisjoint(WHERE):
        # the rest of where somebody is follows from these
        given = {f: getattr(applicant, f) or "" for f in TYPED_WHERE} | given
    own = [column for column in given if column not in FIELD_NAMES]
    field_map = FieldMap(fields={f: (f,) for f in given if f in FIELD_NAMES}, extra=tuple(own))
    table = Table("", "typed", "", tuple(given), ((1, tuple(given.values())),))
    reader = RowReader(table, find_columns(table, field_map), field_map)
    found = reader.read(*table.rows[0])
    changed = {f for f in given if f in FIELD_NAMES}
    changed |= {f"{f}_{end}" for f in changed & BANDS for end in ("low", "high")}
    changed |= set(WHERE) if changed & set(WHERE) else set()
    changed |= {"phone_columns"} if "phone" in changed else set()
    values = {f: getattr(found, f) for f in changed}
    extra = {h: text for h, text in applicant.extra.items() if h not in own} | dict(found.extra)
    return replace(applicant, **values, extra=extra), reader.remarks
