"""Dates and years: day-month-year, unless a day above twelve proves the other order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell

ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](.*))?")
LOCAL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T,]+(.*))?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp][Mm])?.*")
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
    """A date or moment as ISO 8601. Raises Unreadable ``date``."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None).isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell).strip()
    try:
        if found := ISO.fullmatch(text):
            year, month, day = (int(x) for x in found.groups()[:3])
        elif found := LOCAL.fullmatch(text):
            first, second, year = (int(x) for x in found.groups()[:3])
            day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
            year += CENTURY if year < CENTURY / 20 else 0
        else:
            raise Unreadable("intake.date")
        day_of = date(year, month, day)
    except ValueError:
        raise Unreadable("intake.date") from None
    clock = _clock(found[4])
    return day_of.isoformat() + (f"T{clock}" if clock else "")


def _clock(text: str | None) -> str:
    found = CLOCK.fullmatch(text.strip()) if text else None
    if found is None:
        return ""
    hour = int(found[1]) % NOON + NOON if (found[4] or "").lower() == "pm" else int(found[1])
    hour = 0 if (found[4] or "").lower() == "am" and int(found[1]) == NOON else hour
    return f"{hour % 24:02}:{found[2]}:{found[3] or '00'}"


def read_year(cell: Cell) -> int:
    """A year: as it is, in a date, or in words ("sinds 2014"). Raises Unreadable ``year``."""
    if isinstance(cell, date):
        return cell.year
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    years = {int(y) for y in YEAR.findall(text)}
    if len(years) != 1:
        raise Unreadable("intake.year")
    return years.pop()
