"""Which columns feed which field, after the map, the headers and a look at the values."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.intake.choices import read_one
from cohorts.intake.field_map import FieldMap
from cohorts.intake.headers import How, Match, match_headers
from cohorts.intake.identifiers import looks_like_citizen_numbers, looks_like_vat_numbers
from cohorts.intake.missing import is_missing
from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell, Table

CLOSED = ("status", "stage", "life_phase")
"""Fields with a list of answers of their own."""


@dataclass(frozen=True)
class Columns:
    """``sources``: field → columns, first choice first; ``extras``: columns kept as they are."""

    matches: tuple[Match, ...]
    sources: dict[str, tuple[int, ...]]
    extras: tuple[int, ...]

    def cells(self, table: Table, field: str) -> list[Cell]:
        """All cells of a field's first column that hold something."""
        if field not in self.sources:
            return []
        return values_of(table, self.sources[field][0])


def _mostly_known(subject: str, cells: list[Cell]) -> bool:
    """Whether most answers are of our list; else the column means something else."""
    known = 0
    for cell in cells:
        try:
            read_one(cell, subject)
            known += 1
        except Unreadable:
            continue
    return 2 * known >= len(cells)


def values_of(table: Table, column: int) -> list[Cell]:
    """The cells of a column that hold something."""
    return [cells[column] for _, cells in table.rows if not is_missing(cells[column])]


def find_columns(table: Table, field_map: FieldMap) -> Columns:
    """Raises InputError for a column of citizen numbers and for a header that is not there."""
    matches = match_headers(table.headers)
    _apply_map(table, field_map, matches)
    for i, match in enumerate(matches):
        if match.how in (How.IGNORED, How.MAPPED):
            continue
        cells = values_of(table, i)
        refused = match.how is How.REFUSED
        if refused or (match.field != "kvk" and looks_like_citizen_numbers(cells)):
            raise InputError(Problem("intake.bsn", table.file, {"column": match.header}))
        if match.field in CLOSED and not _mostly_known(match.field, cells):
            matches[i] = Match(match.header, None, How.EXTRA)
        if match.how is not How.DROPPED and looks_like_vat_numbers(cells):
            matches[i] = Match(match.header, None, How.DROPPED, 1.0)
    sources: dict[str, list[int]] = {}
    for i in sorted(range(len(matches)), key=lambda i: _preference(matches[i], i, field_map)):
        field = matches[i].field
        if field is not None:
            sources.setdefault(field, []).append(i)
    extras = tuple(i for i, match in enumerate(matches) if match.how is How.EXTRA)
    return Columns(tuple(matches), {f: tuple(c) for f, c in sources.items()}, extras)


def _apply_map(table: Table, field_map: FieldMap, matches: list[Match]) -> None:
    place = {header.lower(): i for i, header in enumerate(table.headers)}
    named = [h for headers in field_map.fields.values() for h in headers]
    absent = [h for h in named if h.strip().lower() not in place]
    if absent:
        facts = {"absent": tuple(absent), "headers": table.headers[:40]}
        raise InputError(Problem("intake.map_header", table.file, facts))
    for i, match in enumerate(matches):
        if match.field in field_map.fields:
            matches[i] = Match(match.header, None, How.EXTRA)
    for header in field_map.ignore:
        if header.strip().lower() in place:
            i = place[header.strip().lower()]
            matches[i] = Match(table.headers[i], None, How.IGNORED)
    for header in field_map.extra:
        if header.strip().lower() in place:
            i = place[header.strip().lower()]
            matches[i] = Match(table.headers[i], None, How.EXTRA)
    for field, headers in field_map.fields.items():
        for header in headers:
            i = place[header.strip().lower()]
            matches[i] = Match(table.headers[i], field, How.MAPPED, 1.0)


def _preference(match: Match, column: int, field_map: FieldMap) -> tuple[int, int]:
    """Mapped columns in the order they are named; a question on the form before its own columns."""
    if match.how is How.MAPPED and match.field in field_map.fields:
        named = [h.strip().lower() for h in field_map.fields[match.field]]
        return (0, named.index(match.header.lower()))
    return (1, -column)
