"""Answers to a question with a negation, read the other way about because the organiser says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cohorts.errors import InputError, Problem
from cohorts.intake.fields.column_kinds import SEVERAL
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.headers import match_headers, turned_field
from cohorts.intake.table import Cell, Table, is_empty
from cohorts.intake.values.missing import is_missing
from cohorts.intake.values.picked import read_several, read_truth, sign_of
from cohorts.intake.values.unreadable import Unreadable
from cohorts.round.remark import Remark

NONE = frozenset({"nooit", "never", "geen enkele", "none of these", "geen van deze", "nee", "no"})


def field_turned(header: str, field_map: FieldMap) -> str | None:
    """The field that a header is turned round into: by the map, or what it would have been."""
    if header.lower() not in {h.strip().lower() for h in field_map.turned_round}:
        return None
    mapped = (f for f, headers in field_map.fields.items() for h in headers if _is(h, header))
    return next(mapped, None) or turned_field(header)


def turned_round(table: Table, field_map: FieldMap) -> Table:
    """The table with the answers of those columns turned round.

    Of a question with several answers: all that anybody named there, but for those named. Nothing
    filled in stays nothing. Raises InputError for a header that is not there or cannot be turned.
    """
    if not field_map.turned_round:
        return table
    absent = [h for h in field_map.turned_round if not any(_is(h, own) for own in table.headers)]
    if absent:
        facts = {"absent": tuple(absent), "headers": table.headers[:40]}
        raise InputError(Problem("intake.map_header", table.file, facts))
    for column, header in enumerate(table.headers):
        if any(_is(h, header) for h in field_map.turned_round):
            table = _turned(table, column, field_turned(header, field_map), field_map)
    return table


def _turned(table: Table, column: int, field: str | None, field_map: FieldMap) -> Table:
    header = table.headers[column]
    if field == "consent":
        cells = [_opposite(cells[column]) for _, cells in table.rows]
        return _with(table, column, cells, Remark("intake.turned_truth", column=header))
    if field not in SEVERAL:
        facts = {"header": header}
        raise InputError(Problem("intake.turned_unknown", table.file, facts))
    straight = [i for i in _columns_of(field, table, field_map) if i != column]
    named = [_parts(table, column, cells[column]) for _, cells in table.rows]
    said = [
        tuple(part for i in straight for part in _parts(table, i, cells[i]))
        for _, cells in table.rows
    ]
    options = tuple(dict.fromkeys(part for parts in (*named, *said) for part in parts))
    cells = [
        None if is_empty(row[column]) else _rest(mine or options, parts)
        for (_, row), parts, mine in zip(table.rows, named, said, strict=True)
    ]
    nothing = [
        Remark("intake.turned_nothing", n, header)
        for (n, _), c in zip(table.rows, cells, strict=True)
        if c == ""
    ]
    remark = Remark("intake.turned", column=header, facts={"options": options, "field": field})
    table = _with(table, column, cells, remark, *nothing)
    return replace(table, joined=table.joined | {header})


def _columns_of(field: str, table: Table, field_map: FieldMap) -> list[int]:
    mapped = field_map.fields.get(field)
    if mapped:
        return [i for i, own in enumerate(table.headers) if any(_is(h, own) for h in mapped)]
    return [i for i, match in enumerate(match_headers(table.headers)) if match.field == field]


def _parts(table: Table, column: int, cell: Cell) -> tuple[str, ...]:
    if is_missing(cell) or str(cell).strip().lower() in NONE:
        return ()
    joined = table.headers[column] in table.joined
    sign = "|" if joined else sign_of([cells[column] for _, cells in table.rows])
    return read_several(str(cell), sign)


def _rest(options: Sequence[str], named: Iterable[str]) -> str:
    left = {part.casefold() for part in named}
    return "|".join(option for option in options if option.casefold() not in left)


def _opposite(cell: Cell) -> Cell:
    """Nee for ja and ja for nee; what is neither stays as it is."""
    try:
        return cell if is_missing(cell) else ("nee" if read_truth(cell) else "ja")
    except Unreadable:
        return cell


def _with(table: Table, column: int, cells: Sequence[Cell], *remarks: Remark) -> Table:
    rows = tuple(
        (number, (*row[:column], cell, *row[column + 1 :]))
        for (number, row), cell in zip(table.rows, cells, strict=True)
    )
    return replace(table, rows=rows, remarks=(*table.remarks, *remarks))


def _is(named: str, header: str) -> bool:
    return named.strip().lower() == header.lower()
