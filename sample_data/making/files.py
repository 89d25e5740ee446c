"""Writes made rounds: the same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from sample_data.making.between import Row
from sample_data.making.forms import Record


def write_workbook(records: Sequence[Record], path: Path) -> None:
    """A form's export, with the date it was made fixed."""
    headers = list(records[0])
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        book.set_properties({"created": dt.datetime(2026, 9, 21)})  # noqa: DTZ001 - a fixed day
        sheet = book.add_worksheet("Sheet1")
        when = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for c, header in enumerate(headers):
            sheet.write_string(0, c, header)
        for r, record in enumerate(records, 1):
            for c, header in enumerate(headers):
                value = record[header]
                if isinstance(value, dt.datetime):
                    sheet.write_datetime(r, c, value, when)
                elif isinstance(value, int):
                    sheet.write_number(r, c, value)
                elif value != "":
                    sheet.write_string(r, c, str(value))


def write_records(records: Sequence[Record], path: Path) -> None:
    """A table as CSV, as a bureau keeps it."""
    _write(path, list(records[0]), (list(record.values()) for record in records))


def write_relations(relations: Iterable[Row], path: Path) -> None:
    """``relations.csv``."""
    _write(path, ["a", "b", "kind", "must", "note"], relations)


def write_merit(merit: Iterable[tuple[str, int | str]], path: Path) -> None:
    """``merit.csv``."""
    _write(path, ["applicant_id", "merit"], merit)


def write_ballots(headers: Sequence[str], rows: Iterable[Iterable[object]], path: Path) -> None:
    """Ballots as CSV, in one of the two layouts that ``cohorts count`` reads."""
    _write(path, headers, rows)


def write_text(text: str, path: Path) -> None:
    """A file of words, such as a funnel."""
    path.write_text(text, encoding="utf-8", newline="\n")


def _write(path: Path, headers: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows(rows)
