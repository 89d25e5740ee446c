"""Which columns feed which field, after the map, the headers and a look at the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.intake.fields.added import by_a_tool, holds_addresses, when_done
from cohorts.intake.fields.column_kinds import CLOSED
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.fits import fits
from cohorts.intake.fields.headers import How, Match, match_headers, never_kept
from cohorts.intake.fields.in_question import asked_of_headers, is_refusal_only
from cohorts.intake.fields.turned_round import field_turned
from cohorts.intake.table import Cell, Table
from cohorts.intake.values.identifiers import looks_like_citizen_numbers, looks_like_vat_numbers
from cohorts.intake.values.missing import is_missing
from cohorts.people.applicant import FIELD_NAMES
from cohorts.round.remark import Remark


@dataclass(frozen=True)
class Columns:
    """``sources``: field → columns, first choice first; ``extras``: columns kept as they are.

    ``refusals``: columns in which a yes is a refusal of consent, and a no is nothing.
    ``consent_asked``: in which columns that is asked, also where no answer is one.
    ``remarks``: questions that are about a field, and whose answers are not; and what is asked.
    """

    matches: tuple[Match, ...]
    sources: dict[str, tuple[int, ...]]
    extras: tuple[int, ...]
    refusals: tuple[int, ...]
    consent_asked: tuple[str, ...]
    remarks: tuple[Remark, ...]

    def cells(self, table: Table, field: str) -> list[Cell]:
        """All cells of a field's first column that hold something."""
        if field not in self.sources:
            return []
        return values_of(table, self.sources[field][0])


def values_of(table: Table, column: int) -> list[Cell]:
    """The cells of a column that hold something."""
    return [cells[column] for _, cells in table.rows if not is_missing(cells[column])]


def find_columns(table: Table, field_map: FieldMap, *, is_clean: bool = False) -> Columns:
    """Raises InputError for a column of citizen numbers and for a header that is not there.

    ``is_clean``: only a header that is the name of a field is that field.
    """
    unfit: dict[int, Match] = {}
    settled = _settled(field_map)
    left = {header.strip().lower() for header in (*field_map.ignore, *field_map.extra)}

    def fit(column: int, match: Match) -> bool:
        if match.header.lower() in settled or (is_clean and match.header not in FIELD_NAMES):
            return False
        if match.header in table.apart or match.header.lower() in left:
            return False
        if not fits(match, values_of(table, column)):
            unfit[column] = match
        return column not in unfit

    matches = match_headers(table.headers, fit)
    _apply_map(table, field_map, matches)
    refusals = () if is_clean else _refusals(table, field_map)
    if not is_clean:
        _leave_out_added(table, field_map, matches)
    _leave_out(table, matches, refusals)
    sources = _sources(matches, field_map)
    extras = tuple(i for i, match in enumerate(matches) if match.how is How.EXTRA)
    remarks = [
        Remark("intake.other_answers", column=match.header, facts={"field": match.field})
        for i, match in unfit.items()
        if i in extras and match.field not in sources and match.field not in CLOSED
    ]
    remarks += [] if is_clean else asked_of_headers(table, matches, sources, field_map)
    unread = (i for i, match in unfit.items() if match.field == "consent" and i in extras)
    asked = sorted({*sources.get("consent", ()), *refusals, *unread})
    headers = tuple(table.headers[i] for i in asked)
    return Columns(tuple(matches), sources, extras, refusals, headers, tuple(remarks))


def _sources(matches: Sequence[Match], field_map: FieldMap) -> dict[str, tuple[int, ...]]:
    sources: dict[str, tuple[int, ...]] = {}
    for i in sorted(range(len(matches)), key=lambda i: _preference(matches[i], i, field_map)):
        field = matches[i].field
        if field is not None:
            sources[field] = (*sources.get(field, ()), i)
    return sources


def _leave_out(table: Table, matches: list[Match], refusals: Sequence[int]) -> None:
    """Columns that are no field, or not kept at all, whatever the map says. Raises InputError."""
    for i, match in enumerate(matches):
        refused = i in refusals and match.how is How.MAPPED
        said = Match(match.header, None, How.EXTRA) if refused else match
        if match.how is not How.IGNORED:
            matches[i] = _kept(said, values_of(table, i), table.file)


def _settled(field_map: FieldMap) -> set[str]:
    """Headers the map says something of: these take no field from a column that asks for it."""
    mapped = [h for headers in field_map.fields.values() for h in headers]
    return {h.strip().lower() for h in (*mapped, *field_map.ignore, *field_map.extra)}


def _refusals(table: Table, field_map: FieldMap) -> tuple[int, ...]:
    ignored = {h.strip().lower() for h in field_map.ignore}
    return tuple(
        i
        for i, header in enumerate(table.headers)
        if header.lower() not in ignored and is_refusal_only(header, field_map)
    )


def _leave_out_added(table: Table, field_map: FieldMap, matches: list[Match]) -> None:
    """Columns that a tool added, but for those the map names; one of them may tell the moment."""
    kept = {h.strip().lower() for h in field_map.extra}
    for i in by_a_tool(table.headers):
        guessed = matches[i].how in (How.EXTRA, How.SIMILAR)
        if guessed and table.headers[i].lower() not in kept:
            matches[i] = Match(table.headers[i], None, How.ADDED, 1.0)
    done = when_done(table.headers)
    if (
        done is not None
        and matches[done].how is How.ADDED
        and not any(match.field == "submitted" for match in matches)
    ):
        matches[done] = Match(table.headers[done], "submitted", How.QUESTION, 0.8)


def _kept(match: Match, cells: list[Cell], file: str) -> Match:
    """The match, or that the column is left out whatever the map says. Raises InputError."""
    if _is_never_kept(match, cells, file):
        return Match(match.header, None, How.DROPPED, 1.0)
    if holds_addresses(match.header, cells):
        return Match(match.header, None, How.ADDRESS, 1.0)
    return match


def _is_never_kept(match: Match, cells: list[Cell], file: str) -> bool:
    """Whether a column is left out whatever the map says. Raises InputError for citizen numbers."""
    named = never_kept(match.header)
    if named is How.DROPPED or looks_like_vat_numbers(cells):
        return True
    if named is How.REFUSED or (match.field != "kvk" and looks_like_citizen_numbers(cells)):
        raise InputError(Problem("intake.bsn", file, {"column": match.header}))
    return False


def _apply_map(table: Table, field_map: FieldMap, matches: list[Match]) -> None:
    place = {header.lower(): i for i, header in reversed(list(enumerate(table.headers)))}
    place |= {header: i for i, header in enumerate(table.headers)}

    def find(header: str) -> int | None:
        return place.get(header.strip(), place.get(header.strip().lower()))

    named = [h for headers in field_map.fields.values() for h in headers]
    absent = [h for h in (*named, *field_map.numbers, *field_map.dates) if find(h) is None]
    if absent:
        facts = {"absent": tuple(absent), "headers": table.headers[:40]}
        raise InputError(Problem("intake.map_header", table.file, facts))
    for i, match in enumerate(matches):
        if match.field in field_map.fields:
            matches[i] = Match(match.header, None, How.EXTRA)
    apart = [(h, How.IGNORED) for h in field_map.ignore] + [(h, How.EXTRA) for h in field_map.extra]
    mapped = [(h, field) for field, headers in field_map.fields.items() for h in headers]
    for header, how in apart:
        if (column := find(header)) is not None:
            matches[column] = Match(table.headers[column], None, how)
    turned = ((h, field_turned(h, field_map)) for h in table.headers)
    mapped += [(h, field) for h, field in turned if field]
    for header, field in mapped:
        if (column := find(header)) is not None:
            matches[column] = Match(table.headers[column], field, How.MAPPED, 1.0)


def _preference(match: Match, column: int, field_map: FieldMap) -> tuple[int, int]:
    """Mapped columns in the order they are named; a question on the form before its own columns."""
    if match.how is How.MAPPED:
        named = [h.strip().lower() for h in field_map.fields.get(match.field or "", ())]
        header = match.header.lower()
        return (0, named.index(header) if header in named else len(named))
    return (1, -column)
