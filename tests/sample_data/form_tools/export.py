"""An export as rows of cells, and how a tool writes these as CSV or as a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter

from tests.sample_data.form_tools.form import Answer

Cell = str | int | float | datetime | None
Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Dialect:
    """CSV as a tool writes it. ``moment``: the form of a moment."""

    moment: Callable[[datetime], str]
    delimiter: str = ","
    encoding: str = "utf-8"
    quoted: bool = False
    line_end: str = "\r\n"
    last: str = ""


@dataclass(frozen=True)
class Export:
    """What a tool writes.

    ``own``: headers of columns that the tool adds and a round does not have; ``moment``: of an
    answer, as the tool keeps it; ``keeps_number``: whether people keep the number they have in the
    sample; ``keeps_order``: whether ticked answers stand in the order in which they were ticked;
    ``fields``: what a person must say in a map, for what the tool leaves out.
    """

    rows: Rows
    dialect: Dialect
    own: frozenset[str]
    moment: Callable[[Answer], datetime] = lambda answer: answer.done
    keeps_number: bool = False
    keeps_order: bool = True
    sheet: str = "Sheet1"
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def write_csv(export: Export, path: Path) -> None:
    """The rows as text."""
    dialect = export.dialect
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_ALL if dialect.quoted else csv.QUOTE_MINIMAL,
        lineterminator=dialect.line_end,
    )
    for row in export.rows:
        writer.writerow([_text(cell, dialect) for cell in row])
    path.write_bytes((out.getvalue() + dialect.last).encode(dialect.encoding))


def _text(cell: Cell, dialect: Dialect) -> str:
    if isinstance(cell, datetime):
        return dialect.moment(cell)
    return "" if cell is None else str(cell)


def write_workbook(export: Export, path: Path) -> None:
    """The rows as a sheet: moments and numbers as such, the rest as text."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(export.sheet)
        when = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for r, row in enumerate(export.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(r, c, cell, when)
                elif isinstance(cell, int | float):
                    sheet.write_number(r, c, cell)
                elif cell:
                    sheet.write_string(r, c, cell)
