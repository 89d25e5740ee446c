"""Dates and years: day-month-year, unless a day above twelve proves the other order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from cohorts.intake.table import Cell
from cohorts.intake.values.unreadable import Unreadable

ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](.*))?")
LOCAL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T,]+(.*))?")
NAMED = re.compile(
    r"(\d{1,2})[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})(?:[ ,]+(?:om )?(.*))?", re.IGNORECASE
)
NAMED_FIRST = re.compile(
    r"([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,]+(?:at )?(.*))?", re.IGNORECASE
)
MONTHS = {
    name: number
    for names in (
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AaPp])?(?(4)\.?[Mm]\b\.?).*"
)
THOUSANDS = re.compile(r"[12]\.\d{3}")
SERIAL_DAYS = (20_000, 80_000)
"""Between these a bare number in a date's place counts days, as a spreadsheet does (1954-2119)."""
SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 - a form's moments have no zone
YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d|21\d\d)(?!\d)")
NOON = 12
CENTURY = 2000


class Order(StrEnum):
    """Which comes first in a local date."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def order_of(cells: Iterable[Cell]) -> Order:
    """Month first only where a second number above twelve proves it and no first number does."""
    found = [m for c in cells if isinstance(c, str) and (m := LOCAL.fullmatch(c.strip()))]
    month_first = any(int(m[2]) > NOON for m in found)
    day_first = any(int(m[1]) > NOON for m in found)
    return Order.MONTH_FIRST if month_first and not day_first else Order.DAY_FIRST


def read_moment(cell: Cell, order: Order) -> str:
    """A date or moment as ISO 8601, without its zone. Raises Unreadable ``date``."""
    cell = _unserial(cell)
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None).isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    try:
        year, month, day, clock = _parts(str(cell).strip(), order)
        told = _clock(clock)
        day_of = date(year, month, day).isoformat()
    except (ValueError, KeyError):
        raise Unreadable("intake.date") from None
    return day_of if told is None else f"{day_of}T{told.isoformat(timespec='seconds')}"


def _parts(text: str, order: Order) -> tuple[int, int, int, str | None]:
    """(year, month, day, clock). Raises ValueError or KeyError for what is no date."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]), found[4]
    if found := LOCAL.fullmatch(text):
        first, second, year = (int(x) for x in found.groups()[:3])
        day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
        return year + (CENTURY if year < CENTURY / 20 else 0), month, day, found[4]
    if found := NAMED.fullmatch(text):
        return int(found[3]), MONTHS[found[2].lower()], int(found[1]), found[4]
    if found := NAMED_FIRST.fullmatch(text):
        return int(found[3]), MONTHS[found[1].lower()], int(found[2]), found[4]
    raise ValueError


def _clock(text: str | None) -> time | None:
    """A time of the day; None for what is none. Raises ValueError for one that cannot be."""
    found = CLOCK.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    hour, half = int(found[1]), (found[4] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return time(hour, int(found[2]), int(found[3] or 0))


def _unserial(cell: Cell) -> Cell:
    """A moment where a spreadsheet left the number of days behind it."""
    if isinstance(cell, str) and re.fullmatch(r"\d{5}([.,]\d{1,12})?", cell.strip()):
        cell = float(cell.replace(",", "."))
    low, high = SERIAL_DAYS
    if isinstance(cell, int | float) and not isinstance(cell, bool) and low < cell < high:
        moment = SERIAL_START + timedelta(seconds=round(cell * 86_400))
        return moment if cell % 1 else moment.date()
    return cell


def read_year(cell: Cell) -> int:
    """A year: as it is, in a date, or in words ("sinds 2014"). Raises Unreadable ``year``."""
    cell = cell if isinstance(cell, str) else _unserial(cell)
    if isinstance(cell, date):
        return cell.year
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    if THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    years = {int(y) for y in YEAR.findall(text)}
    if len(years) != 1:
        raise Unreadable("intake.year")
    return years.pop()
