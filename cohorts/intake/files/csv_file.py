"""CSV as it comes: any delimiter, BOM or windows-1252, ``sep=`` on the first line."""

from __future__ import annotations

import csv
import io

from cohorts.errors import InputError, Problem
from cohorts.intake.files.grid import too_many_cells
from cohorts.intake.limits import MOST_CELLS, MOST_ROWS
from cohorts.intake.rows.headings import Rows

DELIMITERS = (";", "\t", ",", "|")
NO_LIMIT = 2**31 - 1
"""How long a cell may be is looked at afterwards, with its row."""
LOOKED_AT = 60
TITLES, ENOUGH = 10, 0.5
"""Rows that may stand above the headers; share of rows that must be equally wide."""
NAMES = {";": ";", "\t": "tab", ",": ",", "|": "|"}


def read_csv(text: str, encoding: str, file: str) -> tuple[Rows, str]:
    """Numbered rows, the headers first, and in words how the file was read."""
    # a setting of the whole process: without it the first file would be read otherwise
    csv.field_size_limit(NO_LIMIT)
    text, told = _told_delimiter(text)
    delimiter = told or _guessed(text)
    rows = _parsed(text, delimiter, file, first=2 if told else 1)
    return rows, f"{encoding}, {NAMES.get(delimiter, delimiter)}"


def _told_delimiter(text: str) -> tuple[str, str | None]:
    """Excel's ``sep=;`` line, taken off."""
    line, _, rest = text.partition("\n")
    line = line.strip('\r\ufeff "')
    if line.lower().startswith("sep=") and len(line) == len("sep=;"):
        return rest, line[-1]
    return text, None


def _guessed(text: str) -> str:
    """The delimiter by which most rows are as wide as the first; then the one with most columns.

    A decimal comma makes rows of different width, so it never wins from a real delimiter. Where
    no delimiter fits the first row, that is a title, and the rows below it decide.
    """
    rows = {delimiter: _first_rows(text, delimiter) for delimiter in DELIMITERS}
    for above in range(TITLES):
        share = {d: _regularity(rows[d][above:], titled=above > 0) for d in DELIMITERS}
        best = max(DELIMITERS, key=lambda d: share[d])
        if share[best][0] >= ENOUGH:
            return best
    best = max(DELIMITERS, key=lambda d: _regularity(rows[d], titled=False))
    return best if _regularity(rows[best], titled=False)[1] else ";"


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        return [row for row, _ in zip(reader, range(LOOKED_AT), strict=False) if row]
    except csv.Error:
        return []


def _regularity(rows: list[list[str]], *, titled: bool) -> tuple[float, int]:
    """(share of rows as wide as the first, that width); nothing for a single column.

    Where the first row stands below a title, it must look like headers: without numbers.
    """
    if not rows or len(rows[0]) < 2:  # noqa: PLR2004 - one column is no delimiter
        return 0.0, 0
    if titled and any(cell[:1].isdigit() for cell in rows[0]):
        return 0.0, 0
    width = len(rows[0])
    return sum(len(row) == width for row in rows) / len(rows), width


def _parsed(text: str, delimiter: str, file: str, *, first: int) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    start, cells = first, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, list(row)))
                cells += len(row)
                if cells > MOST_CELLS:
                    raise too_many_cells(len(rows), len(row), file)
            start = first + reader.line_num
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error:
        raise InputError(Problem("intake.broken_quotes", file, {"row": str(start)})) from None
    if not rows:
        raise InputError(Problem("intake.empty_file", file))
    return rows
