"""The sheets of an ``.ods``, looked at: OpenDocument 1.3, part 3, 9 (tables).

An OpenDocument holds what each cell shows beside its value, so no format needs computing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cohorts.intake.files.sheets.appearance import (
    Fault,
    Formula,
    Look,
    Shown,
    Span,
    local,
    parse,
)
from cohorts.intake.files.sheets.archive import Archive
from cohorts.intake.files.sheets.formats import Format, Kind
from cohorts.intake.limits import MOST_TEXT, check_length, unpacks_too_large

Attributes = Mapping[str, str]
CONTENT = "content.xml"
HIDDEN = frozenset({"filter", "collapse"})
LEADING_ZERO = re.compile(r"0\d[\d .\-]*")
BESIDE = {"p": 1, "annotation": -2}
"""Text stands in paragraphs; a remark beside a cell holds paragraphs that are none of its text."""
CELLS = frozenset({"table-cell", "covered-table-cell"})


def look_at_open_document(archive: Archive) -> Callable[[str], Look]:
    """What tells of a sheet, by its name, what it shows.

    It and this raise TooMuch, KeyError, ValueError and ExpatError.
    """
    document = _Document()
    parse(archive.part(CONTENT), document.start, document.end, document.text)
    return document.looks.__getitem__


class _Document:
    """Follows rows and cells, each of which may stand for many."""

    def __init__(self) -> None:
        self.looks: dict[str, Look] = {}
        self._look = Look()
        self._row = self._column = self._wide = 0
        self._row_times, self._cell_times = 1, 1
        self._row_hidden, self._hidden_columns = False, 0
        self._row_shown: list[tuple[int, Shown]] = []
        self._row_text = self._length = 0
        self._cell: dict[str, str] | None = None
        self._inside = 0
        self._text: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind in CELLS:
            self._start_cell(_given(attributes))
        elif kind in BESIDE:
            self._inside += BESIDE[kind]
        elif kind == "table-row":
            self._start_row(_given(attributes))
        elif kind == "table-column":
            self._start_column(_given(attributes))
        elif kind == "table":
            self._look = self.looks[_given(attributes).get("name", "")] = Look()
            self._row = self._hidden_columns = 0

    def end(self, name: str) -> None:
        kind = local(name)
        if kind in CELLS and self._cell is not None:
            self._end_cell(self._cell)
        elif kind in BESIDE:
            self._inside -= BESIDE[kind]
        elif kind == "table-row":
            self._end_row()

    def text(self, signs: str) -> None:
        if self._inside > 0 and self._cell is not None:
            self._text.append(signs)
            self._length += len(signs)
            check_length(self._length, self._row + 1, self._column + 1)

    def _start_column(self, given: Attributes) -> None:
        times = int(given.get("number-columns-repeated", 1))
        if given.get("visibility") in HIDDEN:
            first = self._hidden_columns + 1
            self._look.hidden_columns.append((first, first + times - 1))
        self._hidden_columns += times

    def _start_row(self, given: Attributes) -> None:
        self._row_times = int(given.get("number-rows-repeated", 1))
        self._row_hidden = given.get("visibility") in HIDDEN
        self._column = self._wide = self._row_text = 0
        self._row_shown = []

    def _start_cell(self, given: dict[str, str]) -> None:
        self._cell, self._text, self._length = given, [], 0
        self._cell_times = int(given.get("number-columns-repeated", 1))

    def _end_cell(self, given: Attributes) -> None:
        first, text = self._column + 1, "".join(self._text)
        self._column += self._cell_times
        self._cell = None
        shown = _shown(given, text)
        if text or shown is not None or any(key.endswith("value") for key in given):
            self._wide = self._column
            self._look.reach(self._row + 1, self._wide)
            self._row_text += self._cell_times * len(text)
        if shown is not None:
            self._row_shown += [(first + i, shown) for i in range(self._cell_times)]
        down = int(given.get("number-rows-spanned", 1))
        right = int(given.get("number-columns-spanned", 1))
        if down > 1 or right > 1:
            row = self._row + 1
            self._look.merge(Span(row, first, row + down - 1, first + right - 1))

    def _end_row(self) -> None:
        first, self._row = self._row + 1, self._row + self._row_times
        if not self._wide:
            return
        self._look.reach(self._row, self._wide)
        self._look.fill(self._row_times)
        self._look.text += self._row_text * self._row_times
        if self._look.text > MOST_TEXT:
            raise unpacks_too_large()
        rows = range(first, self._row + 1)
        if self._row_hidden:
            self._look.hidden_rows.update(rows)
        self._look.shown.update(
            {(row, column): shown for row in rows for column, shown in self._row_shown}
        )


def _given(attributes: Attributes) -> dict[str, str]:
    """Attributes without prefixes; of two kinds of value, that of an error counts."""
    given = {local(key): value for key, value in attributes.items()}
    kinds = [value for key, value in attributes.items() if local(key) == "value-type"]
    if kinds:
        given["value-type"] = "error" if "error" in kinds else kinds[0]
    return given


def _shown(given: Attributes, text: str) -> Shown | None:
    """What a cell shows where that is another thing than its value."""
    kind = given.get("value-type")
    if kind == "error":
        return Fault(text)
    if "formula" in given and not text and kind is None:
        return Formula(given["formula"].partition(":")[2][:200])
    if kind == "percentage":
        return Format(Kind.PERCENT)
    if kind == "float" and LEADING_ZERO.fullmatch(text):
        return Format(Kind.ZEROS, tuple((sign, False) for sign in text))
    return None
