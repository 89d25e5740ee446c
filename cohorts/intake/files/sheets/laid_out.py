"""A sheet laid out as rows: its values, with what it shows in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from cohorts.intake.files.sheets.appearance import Formula, Look, Shown, Span
from cohorts.intake.files.sheets.formats import Format, Kind
from cohorts.intake.limits import MOST_CELLS, TooMuch, check_length, letters_of

Plain = str | int | float | bool | list[object] | None
"""A cell as JSON holds it: ``[kind, value]`` for what JSON has no kind for."""


def laid_out(values: Sequence[Sequence[object]], look: Look) -> Iterator[tuple[int, list[Plain]]]:
    """(number, cells) of the rows that hold anything. Raises TooMuch for a text without end."""
    rows = [[_plain(cell) for cell in row] for row in values]
    for (row, column), shown in look.shown.items():
        _widened(rows, row, column)
        rows[row - 1][column - 1] = _as_shown(rows[row - 1][column - 1], shown)
    _fill(rows, look.merged)
    for number, cells in enumerate(rows, 1):
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            continue
        for column, cell in enumerate(cells, 1):
            check_length(len(cell) if isinstance(cell, str) else 0, number, column)
        yield number, cells


def label_rows(rows: Sequence[tuple[int, Sequence[Plain]]], look: Look) -> list[int]:
    """Rows that hold one text only, merged over columns that no other row merges."""
    told = {number: sum(cell not in (None, "") for cell in cells) for number, cells in rows}
    wide = [span for span in look.merged if span.right > span.left and span.top in told]
    shared = {(span.left, span.right) for span in wide if told[span.top] > 1}
    alone = (span for span in wide if told[span.top] == 1)
    return sorted({span.top for span in alone if (span.left, span.right) not in shared})


def scaled_columns(look: Look) -> list[str]:
    """Letters of columns whose numbers are shown with their thousands left out."""
    scaled = {
        c for (_, c), s in look.shown.items() if isinstance(s, Format) and s.kind is Kind.SCALED
    }
    return [letters_of(column) for column in sorted(scaled)]


def hidden_columns(look: Look) -> list[str]:
    """Letters of hidden columns that lie within the sheet."""
    return [
        letters_of(column)
        for first, last in look.hidden_columns
        for column in range(max(first, 1), min(last, look.columns) + 1)
    ]


def _plain(cell: object) -> Plain:
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    if isinstance(cell, time):
        return ["time", cell.isoformat()]
    if isinstance(cell, timedelta):
        return ["timedelta", cell.total_seconds()]
    return cell if isinstance(cell, str | int | float | bool) else None


def _as_shown(value: Plain, shown: Shown) -> Plain:
    if isinstance(shown, Formula):
        return ["formula", str(shown)]
    if isinstance(shown, str):
        return ["fault", str(shown)]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if shown.kind is Kind.PERCENT:
        return ["percent", round(value * 100, 10)]
    return shown.render(value) if shown.kind is Kind.ZEROS else value


def _widened(rows: list[list[Plain]], row: int, column: int) -> None:
    """Room for a cell outside what holds values, for a fault may be all that stands there."""
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend(None for _ in range(column - len(cells)))


def _fill(rows: list[list[Plain]], merged: Sequence[Span]) -> None:
    """Merged cells hold their value over their whole range, where the row holds anything else.

    A merge that begins a row and is alone in it is a title; it stays where it is. Raises TooMuch
    where more cells would be filled than a sheet may have.
    """
    filled = 0
    inside = {
        number for number, cells in enumerate(rows, 1) if any(c not in (None, "") for c in cells)
    }
    for top, left, bottom, right in merged:
        if top not in inside or left > len(rows[top - 1]):
            continue
        value = rows[top - 1][left - 1]
        if value in (None, "") or _is_title(rows[top - 1], left):
            continue
        for row in range(top, min(bottom, len(rows)) + 1):
            if row not in inside:
                continue
            filled += right - left + 1
            if filled > MOST_CELLS:
                raise TooMuch("intake.reaches_too_far", rows=bottom, columns=right)
            _widened(rows, row, right)
            rows[row - 1][left - 1 : right] = [value] * (right - left + 1)


def _is_title(cells: Sequence[Plain], left: int) -> bool:
    return left == 1 and sum(c not in (None, "") for c in cells) == 1
