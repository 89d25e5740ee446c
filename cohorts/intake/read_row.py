"""One row as an applicant; a value that cannot be read becomes missing, with a remark."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cohorts.intake.column_kinds import (
    BANDS,
    COORDINATES,
    JOINED,
    OPTIONS,
    SEVERAL,
    SINGLE,
    TEXT,
    YEARS,
)
from cohorts.intake.columns import Columns, values_of
from cohorts.intake.dates import Order, order_of, read_moment, read_year
from cohorts.intake.field_map import FieldMap
from cohorts.intake.headers import How
from cohorts.intake.identifiers import read_kvk, read_sbi
from cohorts.intake.locate import locate, read_coordinate, read_postcode
from cohorts.intake.missing import is_missing
from cohorts.intake.numbers import (
    OTHER_CURRENCY,
    SCIENTIFIC,
    Style,
    are_amounts,
    read_amount,
    style_of,
)
from cohorts.intake.picked import (
    names_no_option,
    read_consent,
    read_one,
    read_several,
    read_truth,
    sign_of,
)
from cohorts.intake.table import Cell, Table
from cohorts.intake.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.stage import Stage
from cohorts.round.remark import Remark
from cohorts.words.export_gate import ungate

MADE = re.compile(r"r[0-9a-f]{10}(-[0-9]+)?")
"""An id that was made here, for want of one in the file."""


@dataclass
class RowReader:
    """Reads the rows of one table; ``remarks`` collects what was found on the way."""

    table: Table
    columns: Columns
    field_map: FieldMap
    is_clean: bool = False
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._styles: dict[int, Style] = {}
        self._orders: dict[int, Order] = {}
        self._signs: dict[int, str] = {}
        self._amounts: dict[int, bool] = {}
        self._told_styles = {h.strip().lower(): s for h, s in self.field_map.numbers.items()}
        self._told_orders = {h.strip().lower(): o for h, o in self.field_map.dates.items()}

    def read(self, row: int, cells: tuple[Cell, ...]) -> Applicant:
        """The row as an applicant."""
        values: dict[str, Any] = {}
        for name in self.columns.sources:
            if name != "id":
                values |= self._field(name, row, cells)
        values |= self._refused(cells)
        values["extra"] = {
            self.table.headers[i]: text
            for i in self.columns.extras
            if (text := self._extra(row, i, cells[i]))
        }
        if values.get("sbi") and not values.get("sbi_version"):
            values["sbi_version"] = self.field_map.sbi_version
        locate(values)
        return Applicant(id=self._id(row, cells), **values)

    def _refused(self, cells: tuple[Cell, ...]) -> dict[str, Any]:
        """No consent, where somebody said yes to a question that refuses it."""
        return {"consent": False} if any(_says_yes(cells[c]) for c in self.columns.refusals) else {}

    def _id(self, row: int, cells: tuple[Cell, ...]) -> ApplicantId:
        for column in self.columns.sources.get("id", ()):
            if not is_missing(cells[column]):
                text = clean_line(cells[column])
                if SCIENTIFIC.fullmatch(text):
                    self._remark("intake.rounded", row, column, text)
                return ApplicantId(text)
        return made_id(cells)

    def _extra(self, row: int, column: int, cell: Cell) -> str:
        """A cell of an extra column as text; in a column of amounts, as a plain number."""
        text = clean_text(cell)
        if SCIENTIFIC.fullmatch(text):
            self._remark("intake.rounded", row, column, cell)
        if not text or self.is_clean or not self._holds_amounts(column):
            return text
        return clean_text(read_amount(cell, self._style(column)).value)

    def _holds_amounts(self, column: int) -> bool:
        if column not in self._amounts:
            cells = values_of(self.table, column)
            self._amounts[column] = are_amounts(cells, self._style(column))
        return self._amounts[column]

    def _field(self, name: str, row: int, cells: tuple[Cell, ...]) -> dict[str, Any]:
        given = [c for c in self.columns.sources[name] if not is_missing(cells[c])]
        if not given:
            return {}
        if len(given) > 1 and (joined := self._joined(name, given, cells)):
            return {name: joined}
        column = given[0]
        try:
            return self._value(name, row, column, cells[column])
        except Unreadable as verdict:
            self._remark(verdict.code, row, column, cells[column], **verdict.facts)
            return {}

    def _joined(
        self, name: str, given: list[int], cells: tuple[Cell, ...]
    ) -> str | tuple[str, ...]:
        """What several columns say together; "" for a field where the first one counts."""
        if name in JOINED:
            return ". ".join(clean_text(cells[c]).rstrip(". ") for c in given)
        if any(self.columns.matches[c].how is not How.MAPPED for c in given):
            return ""
        if name in SEVERAL:
            return tuple(dict.fromkeys(a for c in given for a in self._several(c, cells[c])))
        return " ".join(clean_text(cells[c]) for c in given) if name == "name" else ""

    def _value(self, name: str, row: int, column: int, cell: Cell) -> dict[str, Any]:
        if name in TEXT:
            return {name: clean_text(cell)}
        if name in SEVERAL:
            return {name: self._chosen(name, row, column, cell)}
        if name in BANDS or name in SINGLE:
            return self._amount(name, row, column, cell)
        if name in YEARS:
            return {name: read_year(cell)}
        return self._special()[name](row, column, cell)

    def _special(self) -> dict[str, Callable[[int, int, Cell], dict[str, Any]]]:
        return {
            "kvk": self._kvk,
            "postcode": lambda _row, _column, cell: {"postcode": read_postcode(cell)[0]},
            "submitted": lambda _row, column, cell: {
                "submitted": read_moment(cell, self._order(column))
            },
            "life_phase": lambda _row, _column, cell: {"life_phase": read_one(cell, "life_phase")},
            "status": lambda _row, _column, cell: {"status": Status(read_one(cell, "status"))},
            "stage": lambda _row, _column, cell: {"stage": Stage(read_one(cell, "stage"))},
            "consent": lambda _row, _column, cell: {"consent": read_consent(cell)},
            "sbi": lambda _row, _column, cell: {"sbi": read_sbi(cell)},
        }

    def _chosen(self, name: str, row: int, column: int, cell: Cell) -> tuple[str, ...]:
        """The options named; what says what does not hold is none, and is told."""
        parts = self._several(column, cell)
        denied = [p for p in parts if name in OPTIONS and names_no_option(p)]
        for part in denied:
            self._remark("intake.no_option", row, column, part)
        return tuple(part for part in parts if part not in denied)

    def _several(self, column: int, cell: Cell) -> tuple[str, ...]:
        if column not in self._signs:
            cells = values_of(self.table, column)
            joined = self.is_clean or self.table.headers[column] in self.table.joined
            self._signs[column] = "|" if joined else sign_of(cells)
        parts = read_several(clean_text(cell), self._signs[column])
        return tuple(text for part in parts if (text := clean_text(part)))

    def _kvk(self, row: int, column: int, cell: Cell) -> dict[str, Any]:
        number, padded = read_kvk(cell)
        if padded:
            self._remark("intake.kvk_padded", row, column, cell, number=number)
        return {"kvk": number}

    def _amount(self, name: str, row: int, column: int, cell: Cell) -> dict[str, Any]:
        if name in COORDINATES:
            return {name: read_coordinate(cell, name)}
        amount = read_amount(cell, self._style(column))
        if amount.rounded:
            self._remark("intake.rounded", row, column, cell)
        if isinstance(cell, str) and OTHER_CURRENCY.search(cell):
            self._remark("intake.other_currency", row, column, cell)
        if name in BANDS and amount.value < 0:
            raise Unreadable("intake.below_zero")
        if name not in BANDS or {f"{name}_low", f"{name}_high"} & self.columns.sources.keys():
            return {name: amount.value}
        return {name: amount.value, f"{name}_low": amount.low, f"{name}_high": amount.high}

    def _style(self, column: int) -> Style:
        if self.is_clean:
            return Style.ENGLISH
        if column not in self._styles:
            told = self._told_styles.get(self.table.headers[column].lower())
            self._styles[column] = told or style_of(values_of(self.table, column))
        return self._styles[column]

    def _order(self, column: int) -> Order:
        if column not in self._orders:
            told = self._told_orders.get(self.table.headers[column].lower())
            self._orders[column] = told or order_of(values_of(self.table, column))
        return self._orders[column]

    def _remark(self, code: str, row: int, column: int, cell: Cell, **facts: object) -> None:
        header = self.table.headers[column]
        self.remarks.append(Remark(code, row, header, clean_text(cell)[:80], facts))


def _says_yes(cell: Cell) -> bool:
    try:
        return not is_missing(cell) and read_truth(cell)
    except Unreadable:
        return False


def made_id(cells: tuple[Cell, ...]) -> ApplicantId:
    """An id from what the row says."""
    content = "\x1f".join(clean_text(c) for c in cells)
    return ApplicantId("r" + hashlib.sha256(content.encode()).hexdigest()[:10])


def clean_line(cell: Cell) -> str:
    """A cell as one line of text."""
    return " ".join(clean_text(cell).split())


def clean_text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point; "" for nothing."""
    if is_missing(cell):
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return ungate(str(cell).replace("\r\n", "\n").replace("\r", "\n").strip())
