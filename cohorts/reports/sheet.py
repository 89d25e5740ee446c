"""A sheet of a workbook: columns of one kind each, ready to sort, filter and print."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cohorts.reports.plain import plain
from cohorts.words import Language, say

LONGEST = 32_000
WIDEST, NARROWEST = 44, 8
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_TITLE = 31
"""What the title of a sheet may not hold, and how long it may be, in every spreadsheet."""
LONGEST_HEADER = 120
"""Signs above a printed sheet: a spreadsheet takes 255, and an ampersand counts twice."""
LINE, MOST_LINES = 15, 12
"""The height of a line in points, and the most lines a row shows."""
FORMS = {
    "text": "@",
    "whole": "0",
    "number": "#,##0.#",
    "euro": "#,##0",
    "share": "0%",
}
"""Kind of column → how a spreadsheet shows its numbers."""


@dataclass(frozen=True)
class Column:
    """A header, and how the numbers under it are shown: a key of FORMS."""

    title: str
    kind: str = "text"


@dataclass(frozen=True)
class Table:
    """Rows of cells; ``parts``: rows that begin a part, by number, get a line above them."""

    columns: tuple[Column, ...]
    rows: tuple[Sequence[object], ...]
    parts: frozenset[int] = frozenset()


class Sheets:
    """The sheets of one workbook, all in one style; ``stamp``: printed above each."""

    def __init__(self, book: Any, language: Language, stamp: str = "") -> None:
        self.book, self.language, self.stamp = book, language, stamp
        style = {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E8EDF3"}
        self.head = book.add_format({**style, "valign": "vcenter"})
        self.forms = {
            (kind, part): book.add_format(
                {"num_format": form, "text_wrap": True, "valign": "top", "top": int(part)}
                | ({"indent": 1} if kind == "text" else {})
            )
            for kind, form in FORMS.items()
            for part in (False, True)
        }

    def _title(self, said: str) -> str:
        """``said`` as a spreadsheet allows it: the words in it may be a programme's own."""
        title = NOT_IN_A_TITLE.sub(" ", said).strip(" '")[:LONGEST_TITLE]
        taken = {sheet.name.casefold() for sheet in self.book.worksheets()}
        if not title or title.casefold() in taken:
            title = f"{title[: LONGEST_TITLE - 3]} {len(taken) + 1}".strip()
        return title

    def add(self, name: str, table: Table) -> None:
        """A sheet with a frozen first row, columns as wide as they need, and A4 to print on."""
        sheet = self.book.add_worksheet(self._title(say(f"report.sheet_{name}", self.language)))
        widths = [_width(c, table) for c in range(len(table.columns))]
        for c, column in enumerate(table.columns):
            title = column.title[:1].upper() + column.title[1:]
            sheet.write_string(0, c, title, self.head)
            sheet.set_column(c, c, widths[c])
        for r, row in enumerate(table.rows):
            sheet.set_row(r + 1, LINE * _lines(row, widths))
            for c, value in enumerate(row):
                form = self.forms[table.columns[c].kind, r in table.parts]
                _write(sheet, r + 1, c, value, form)
        sheet.set_row(0, LINE * _lines([column.title for column in table.columns], widths))
        self._finish(sheet, table)

    def _finish(self, sheet: Any, table: Table) -> None:
        last_row, last_column = len(table.rows), len(table.columns) - 1
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        # an ampersand begins a code of the spreadsheet; so do two a sign
        above = plain(self.stamp).replace("\n", " ")[:LONGEST_HEADER]
        sheet.set_header("&L" + above.replace("&", "&&"))
        sheet.set_footer("&L&A&R&P / &N")
        if not table.rows:
            return
        sheet.autofilter(0, 0, last_row, last_column)
        for c, column in enumerate(table.columns):
            if column.kind == "share":
                bar = {"type": "data_bar", "bar_color": "#B9C9DE"}
                limits = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
                sheet.conditional_format(1, c, last_row, c, {**bar, **limits})


def _width(c: int, table: Table) -> int:
    """Signs that fit in a column: as many as its longest cell, within limits."""
    shown = [str(row[c] or "") for row in table.rows]
    longest = max(map(len, [*shown, table.columns[c].title[: WIDEST // 2]]), default=0)
    return min(max(longest, NARROWEST) + 2, WIDEST)


def _lines(row: Sequence[object], widths: Sequence[int]) -> int:
    """Lines the fullest cell of the row needs; a spreadsheet does not always find out itself."""
    texts = [str(value) if isinstance(value, str) else "" for value in row]
    needed = (math.ceil(1.15 * len(t) / w) for t, w in zip(texts, widths, strict=True))
    return min(max([1, *needed]), MOST_LINES)


def _write(sheet: Any, row: int, column: int, value: object, form: Any) -> None:
    """A number as a number, anything else as text; nothing is left blank but keeps its form."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, form)
    elif value is None or value == "":
        sheet.write_blank(row, column, None, form)
    else:
        sheet.write_string(row, column, plain(str(value))[:LONGEST], form)
