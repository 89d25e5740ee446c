"""CSV as it comes: any delimiter, BOM or windows-1252, ``sep=`` on the first line."""

from __future__ import annotations

import csv
import io

from cohorts.errors import InputError, Problem
from cohorts.intake.table import MOST_ROWS, Cell

DELIMITERS = (";", "\t", ",", "|")
LOOKED_AT = 60
LONGEST_CELL = 200_000
NAMES = {";": ";", "\t": "tab", ",": ",", "|": "|"}


def read_csv(data: bytes, file: str) -> tuple[list[Cell], list[tuple[int, list[Cell]]], str]:
    """Headers, numbered rows, and in words how the file was read."""
    text, encoding = _decoded(data)
    text, told = _told_delimiter(text)
    delimiter = told or _guessed(text)
    rows = _parsed(text, delimiter, file, strict=True, first=2 if told else 1)
    headers: list[Cell] = list(rows[0][1])
    return headers, rows[1:], f"{encoding}, {NAMES.get(delimiter, delimiter)}"


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252"


def _told_delimiter(text: str) -> tuple[str, str | None]:
    """Excel's ``sep=;`` line, taken off."""
    line, _, rest = text.partition("\n")
    if line.strip().lower().startswith("sep=") and len(line.strip()) == len("sep=;"):
        return rest, line.strip()[-1]
    return text, None


def _guessed(text: str) -> str:
    """The delimiter by which most lines are as wide as the first; then the one with most columns.

    A decimal comma makes lines of different width, so it never wins from a real delimiter.
    """

    def regularity(delimiter: str) -> tuple[float, int]:
        sample = io.StringIO(text[:200_000], newline="")
        try:
            reader = csv.reader(sample, delimiter=delimiter)
            widths = [len(row) for row, _ in zip(reader, range(LOOKED_AT), strict=False) if row]
        except csv.Error:
            return 0.0, 0
        if not widths or widths[0] < 2:  # noqa: PLR2004 - one column is no delimiter
            return 0.0, 0
        return widths.count(widths[0]) / len(widths), widths[0]

    best = max(DELIMITERS, key=regularity)
    return best if regularity(best)[1] else ";"


def _parsed(
    text: str, delimiter: str, file: str, *, strict: bool, first: int
) -> list[tuple[int, list[Cell]]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    rows: list[tuple[int, list[Cell]]] = []
    start = first
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, list(row)))
            start = first + reader.line_num
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error:
        facts = {"row": first - 1 + reader.line_num}
        raise InputError(Problem("intake.broken_quotes", file, facts)) from None
    if not rows:
        raise InputError(Problem("intake.empty_file", file))
    return rows
