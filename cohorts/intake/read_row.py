"""One row as an applicant; a value that cannot be read becomes missing, with a remark."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cohorts.intake.fields.column_kinds import (
    BANDS,
    COORDINATES,
    COUNTED,
    EACH_COUNTS,
    JOINED,
    OPTIONS,
    SEVERAL,
    SINGLE,
    TEXT,
    YEARS,
)
from cohorts.intake.fields.columns import Columns, values_of
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.headers import How
from cohorts.intake.fields.own_column import OwnColumn
from cohorts.intake.made_id import made_id
from cohorts.intake.table import Cell, Lost, Table
from cohorts.intake.values.as_text import clean_line, clean_text
from cohorts.intake.values.dates import Order, order_of, read_moment, read_year
from cohorts.intake.values.identifiers import read_kvk, read_phone
from cohorts.intake.values.locate import locate, read_coordinate, read_postcode
from cohorts.intake.values.missing import is_missing, is_unsaid, lacks
from cohorts.intake.values.number_style import SCIENTIFIC, Style, style_of
from cohorts.intake.values.numbers import OTHER_CURRENCY, read_amount
from cohorts.intake.values.picked import (
    names_no_option,
    read_consent,
    read_one,
    read_several,
    says_yes,
    sign_of,
)
from cohorts.intake.values.sbi import Writing, is_known, read_sbi, writing_of
from cohorts.intake.values.spoiled import band_of_serial
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.activity import dotted, edition_of
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId, Status
from cohorts.people.stage import Stage
from cohorts.round.remark import Remark


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
        self._owns: dict[int, OwnColumn] = {}
        sources = (c for columns in self.columns.sources.values() for c in columns)
        self._writings: dict[int, Writing] = {}
        self._version = self.field_map.sbi_version
        self._used = sorted({*sources, *self.columns.extras})
        # the ids made of a row stay what they were before the telephone was a field
        own = (*self._sources("phone"), *self.columns.extras)
        fields = [n for n in FIELD_NAMES if n != "phone"]
        self._telling = [
            *((i, n, c) for i, n in enumerate(fields) for c in self._sources(n)),
            *((len(fields), self.table.headers[c], c) for c in own),
        ]
        self._special: Mapping[str, Callable[[int, int, Cell], dict[str, Any]]] = {
            "kvk": self._kvk,
            "phone": lambda _row, _column, cell: {"phone": read_phone(cell)},
            "postcode": lambda _row, _column, cell: {"postcode": read_postcode(cell)[0]},
            "submitted": lambda _row, column, cell: {
                "submitted": read_moment(cell, self._order(column))
            },
            "life_phase": lambda _row, _column, cell: {"life_phase": read_one(cell, "life_phase")},
            "status": lambda _row, _column, cell: {"status": Status(read_one(cell, "status"))},
            "stage": lambda _row, _column, cell: {"stage": Stage(read_one(cell, "stage"))},
            "consent": lambda _row, _column, cell: {"consent": read_consent(cell)},
            "sbi": self._activity,
        }
        self._told_styles = {h.strip().lower(): s for h, s in self.field_map.numbers.items()}
        self._told_orders = {h.strip().lower(): o for h, o in self.field_map.dates.items()}

    def read(self, row: int, cells: tuple[Cell, ...]) -> Applicant:
        """The row as an applicant. What refuses consent goes above whatever gives it."""
        for column in self._used:
            if isinstance(lost := cells[column], Lost):
                self._remark(lost.code, row, column, lost.shown)
        values: dict[str, Any] = {}
        version = self._field("sbi_version", row, cells).get("sbi_version")
        self._version = version or self.field_map.sbi_version
        for name in self.columns.sources:
            if name != "id":
                values |= self._field(name, row, cells)
        values |= self._refused(cells)
        noticed = len(self.remarks)
        values["phone_columns"] = self._own_columns(row, self._sources("phone"), cells)
        del self.remarks[noticed:]  # what is wrong there is told of the field
        values["extra"] = self._own_columns(row, self.columns.extras, cells)
        locate(values)
        return Applicant(id=self._id(row, cells), **values)

    def _own_columns(
        self, row: int, columns: Sequence[int], cells: tuple[Cell, ...]
    ) -> dict[str, str]:
        """Header → what is said in it, as text."""
        said = ((self.table.headers[i], self._extra(row, i, cells[i])) for i in columns)
        return {header: text for header, text in said if text}

    def _sources(self, name: str) -> Sequence[int]:
        """The columns that feed a field."""
        return self.columns.sources.get(name, ())

    def _refused(self, cells: tuple[Cell, ...]) -> dict[str, Any]:
        """No consent, where somebody said yes to a question that refuses it."""
        return {"consent": False} if any(says_yes(cells[c]) for c in self.columns.refusals) else {}

    def has_id(self, cells: tuple[Cell, ...]) -> bool:
        """Whether an id stands in the row."""
        return any(not lacks("id", cells[c]) for c in self._sources("id"))

    def _id(self, row: int, cells: tuple[Cell, ...]) -> ApplicantId:
        for column in self._sources("id"):
            if not lacks("id", cells[column]):
                text = clean_line(cells[column])
                if SCIENTIFIC.fullmatch(text):
                    self._remark("intake.rounded", row, column, text)
                return ApplicantId(text)
        return self._made_id(cells)

    def _made_id(self, cells: tuple[Cell, ...]) -> ApplicantId:
        """From what the row says, wherever its columns stand."""
        told = ((i, n, c) for i, n, c in self._telling if not is_missing(cells[c]))
        said = sorted(
            (i, n, self.table.headers[c], self._in_order(c, cells[c])) for i, n, c in told
        )
        return made_id([(name, text) for _, name, _, text in said if text])

    def _in_order(self, column: int, cell: Cell) -> str:
        """A cell as text; of columns that were put together their answers in order of their own."""
        text, several = clean_text(cell), self.table.headers[column] in self.table.joined
        return "|".join(sorted(text.split("|"))) if several else text

    def _extra(self, row: int, column: int, cell: Cell) -> str:
        """A cell of an extra column as text; in a column of amounts, as a plain number."""
        own = self._own(column)
        if is_missing(cell) if own.amounts else is_unsaid(cell):
            return ""
        if SCIENTIFIC.fullmatch(clean_text(cell)):
            self._remark("intake.rounded", row, column, cell)
        try:
            number = own.number(cell)
        except Unreadable as verdict:
            self._remark(verdict.code, row, column, cell, **verdict.facts)
            return ""
        if number is None and own.amounts:
            self._remark("intake.own_number", row, column, cell)
        return clean_text(cell if number is None else number)

    def _own(self, column: int) -> OwnColumn:
        if column not in self._owns:
            cells = values_of(self.table, column)
            is_clean, style = self.is_clean, self._style(column)
            self._owns[column] = OwnColumn() if is_clean else OwnColumn.of(cells, style)
        return self._owns[column]

    def _field(self, name: str, row: int, cells: tuple[Cell, ...]) -> dict[str, Any]:
        given = [c for c in self._sources(name) if not lacks(name, cells[c])]
        if not given:
            return {}
        if name in EACH_COUNTS:
            return self._agreed(name, row, given, cells)
        if len(given) > 1 and (joined := self._joined(name, row, given, cells)):
            return {name: joined}
        column = given[0]
        try:
            return self._value(name, row, column, cells[column])
        except Unreadable as verdict:
            self._remark(verdict.code, row, column, cells[column], **verdict.facts)
            return {}

    def _joined(
        self, name: str, row: int, given: list[int], cells: tuple[Cell, ...]
    ) -> str | tuple[str, ...]:
        """What several columns say together; "" for a field where the first one counts."""
        if name in JOINED:
            return ". ".join(clean_text(cells[c]).rstrip(". ") for c in given)
        if any(self.columns.matches[c].how is not How.MAPPED for c in given):
            return ""
        if name in SEVERAL:
            return tuple(
                dict.fromkeys(a for c in given for a in self._chosen(name, row, c, cells[c]))
            )
        return " ".join(clean_text(cells[c]) for c in given) if name == "name" else ""

    def _agreed(
        self, name: str, row: int, given: list[int], cells: tuple[Cell, ...]
    ) -> dict[str, Any]:
        """Yes where every answer is one, no where any is; nothing where one can be neither."""
        said: set[object] = set()
        for column in given:
            try:
                said |= {*self._value(name, row, column, cells[column]).values()}
            except Unreadable as verdict:
                self._remark(verdict.code, row, column, cells[column], **verdict.facts)
                said.add(None)
        return {name: False if False in said else None if None in said else True}

    def _value(self, name: str, row: int, column: int, cell: Cell) -> dict[str, Any]:
        if name in TEXT:
            return {name: clean_text(cell)}
        if name in SEVERAL:
            return {name: self._chosen(name, row, column, cell)}
        if name in BANDS or name in SINGLE:
            return self._amount(name, row, column, cell)
        if name in YEARS:
            return {name: read_year(cell)}
        return self._special[name](row, column, cell)

    def _chosen(self, name: str, row: int, column: int, cell: Cell) -> tuple[str, ...]:
        """The options named; what says what does not hold is none, and is told."""
        parts = [part for part in self._several(column, cell) if not lacks(name, part)]
        asked = name in OPTIONS and not self.is_clean
        denied = [p for p in parts if asked and names_no_option(p)]
        for part in denied:
            self._remark("intake.no_option", row, column, part)
        return tuple(part for part in parts if part not in denied)

    def _several(self, column: int, cell: Cell) -> tuple[str, ...]:
        if column not in self._signs:
            cells = values_of(self.table, column)
            joined = self.is_clean or self.table.headers[column] in self.table.joined
            self._signs[column] = "|" if joined else sign_of(cells)
        parts = read_several(clean_text(cell), self._signs[column])
        return tuple(clean_text(part) for part in parts if not is_missing(part))

    def _kvk(self, row: int, column: int, cell: Cell) -> dict[str, Any]:
        number, padded = read_kvk(cell)
        if padded:
            self._remark("intake.kvk_padded", row, column, cell, number=number)
        return {"kvk": number}

    def _activity(self, row: int, column: int, cell: Cell) -> dict[str, Any]:
        if column not in self._writings:
            cells = [] if self.is_clean else values_of(self.table, column)
            self._writings[column] = writing_of(cells, "" if self.is_clean else self.table.kind)
        version = self._version or edition_of(self.table.headers[column])
        code, mended = read_sbi(cell, version, self._writings[column])
        if mended and not self.is_clean:
            self._remark("intake.sbi_mended", row, column, cell, sbi=dotted(code))
        if not is_known(code, version):
            self._remark("intake.sbi_unknown", row, column, cell)
        return {"sbi": code, "sbi_version": version}

    def _amount(self, name: str, row: int, column: int, cell: Cell) -> dict[str, Any]:
        if name in COORDINATES:
            return {name: read_coordinate(cell, name)}
        amount = read_amount(cell, self._style(column))
        if name in COUNTED and not self._told(column) and (band := band_of_serial(amount.value)):
            raise Unreadable("intake.band_date", {"band": band})
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
            self._styles[column] = self._told(column) or style_of(values_of(self.table, column))
        return self._styles[column]

    def _told(self, column: int) -> Style | None:
        """The style that the organiser said."""
        return self._told_styles.get(self.table.headers[column].lower())

    def _order(self, column: int) -> Order:
        if column not in self._orders:
            told = self._told_orders.get(self.table.headers[column].lower())
            self._orders[column] = told or order_of(values_of(self.table, column))
        return self._orders[column]

    def _remark(self, code: str, row: int, column: int, cell: Cell, **facts: object) -> None:
        header = self.table.headers[column]
        self.remarks.append(Remark(code, row, header, clean_text(cell)[:80], facts))
