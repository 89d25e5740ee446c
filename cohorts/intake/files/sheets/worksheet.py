"""The cells of one sheet of an ``.xlsx``, followed one by one: ECMA-376, part 1, 18.3."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cohorts.intake.files.sheets.appearance import Fault, Formula, Look, Span, local, parse
from cohorts.intake.files.sheets.formats import Format
from cohorts.intake.limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_TEXT,
    TooMuch,
    check_length,
    unpacks_too_large,
)

Attributes = Mapping[str, str]
PLACE = re.compile(r"\$?([A-Za-z]{1,10})\$?([0-9]{1,10})")
TRUE = frozenset({"1", "true"})


def look_at(content: bytes, formats: Mapping[str, Format], lengths: list[int]) -> Look:
    """What a sheet shows. ``lengths``: see below. Raises TooMuch, ValueError and ExpatError."""
    sheet = _Cells(formats, lengths)
    parse(content, sheet.start, sheet.end, sheet.text)
    return sheet.look


class _Cells:
    """Follows the cells of a sheet, also those that do not say where they stand."""

    def __init__(self, formats: Mapping[str, Format], lengths: list[int]) -> None:
        """``lengths``: of the texts that cells point at, where these are to be added up."""
        self.look = Look()
        self._formats, self._lengths, self._told = formats, lengths, 0
        self._row, self._column = 0, 0
        self._place = (1, 1)
        self._filled = self._cells = self._length = 0
        self._open = False
        self._kind = self._within = ""
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._elements = {
            "c": self._cell, "row": self._start_row, "v": self._inside, "t": self._inside,
            "f": self._start_formula, "mergeCell": self._merge, "col": self._columns,
        }  # fmt: skip

    def start(self, name: str, attributes: Attributes) -> None:
        element = self._elements.get(local(name))
        if element is not None:
            element(name, attributes)

    def end(self, name: str) -> None:
        if name[-1] == "c" and local(name) == "c":
            self._end_cell()
        elif name[-1] in "vft":
            self._within = ""

    def text(self, signs: str) -> None:
        self._length += len(signs) if self._open else 0
        if self._length > LONGEST_CELL:
            check_length(self._length, *self._place)
        if self._within == "f" and self._formula is not None:
            self._formula.append(signs)
        elif self._within:
            self._value.append(signs)

    def _start_row(self, _name: str, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if attributes.get("hidden") in TRUE or attributes.get("ht") in {"0", "0.0"}:
            self.look.hidden_rows.add(self._row)

    def _cell(self, _name: str, attributes: Attributes) -> None:
        row, self._column = self._row, self._column + 1
        if found := PLACE.fullmatch(attributes.get("r", "")):
            row, self._column = int(found[2]), column_of(found[1])
        self._place = (row, self._column)
        self._kind, self._formula = attributes.get("t", "n"), None
        self._value.clear()
        self._length, self._open = 0, True
        self.look.reach(row, self._column)
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise TooMuch("intake.too_many_cells", rows=row, columns=self.look.columns)
        if self._kind == "s":
            self.look.pointers += 1
        elif self._kind == "n" and (shown := self._formats.get(attributes.get("s", ""))):
            self.look.shown[self._place] = shown

    def _start_formula(self, _name: str, _attributes: Attributes) -> None:
        self._formula, self._within = [], "f"

    def _inside(self, name: str, _attributes: Attributes) -> None:
        if self._place[0] != self._filled:
            self._filled = self._place[0]
            self.look.fill()
        if self._kind == "e" or self._formula is not None or (self._lengths and self._kind == "s"):
            self._within = local(name)

    def _end_cell(self) -> None:
        self._open = False
        if self._kind == "e":
            self.look.shown[self._place] = Fault("".join(self._value))
        elif self._formula is not None and not self._value and self._kind != "str":
            self.look.shown[self._place] = Formula("=" + "".join(self._formula)[:200])
        elif self._kind == "s" and self._value:
            self._count(int("".join(self._value)))

    def _count(self, pointer: int) -> None:
        """Raises TooMuch where all cells together point at too much text, or one does."""
        length = self._lengths[pointer] if pointer < len(self._lengths) else 0
        check_length(length, *self._place)
        self._told += length
        if self._told > MOST_TEXT:
            raise unpacks_too_large()

    def _merge(self, _name: str, attributes: Attributes) -> None:
        corners = PLACE.findall(attributes.get("ref", ""))
        if len(corners) == 2:  # noqa: PLR2004 - a first and a last corner
            (left, top), (right, bottom) = corners
            self.look.merge(Span(int(top), column_of(left), int(bottom), column_of(right)))

    def _columns(self, _name: str, attributes: Attributes) -> None:
        if attributes.get("hidden") in TRUE or attributes.get("width") == "0":
            stretch = (int(attributes.get("min", 0)), int(attributes.get("max", 0)))
            self.look.hidden_columns.append(stretch)


def column_of(letters: str) -> int:
    """A = 1, Z = 26, AA = 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
