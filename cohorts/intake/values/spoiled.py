"""Bands that a spreadsheet turned into dates: 2-10 became 2 October, 10-49 October 1949."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cohorts.intake.table import Cell
from cohorts.intake.values.dates import CENTURY, MONTHS, SERIAL_START

DAY_MONTH = re.compile(r"(\d{1,2})[-/. ]([a-z]{3,9})\.?", re.IGNORECASE)
MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?[-/. '’]+(\d{2})", re.IGNORECASE)
MONTH_DAY = re.compile(r"([a-z]{3,9})\.?[-/. ](\d{1,2})", re.IGNORECASE)
WHOLE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
LOCAL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T].*)?")
EARLY = 10_959
"""1 January 1930: in 10-30 a spreadsheet takes 30 for that year, and 29 for 2029."""
RECENT, LATE = 36_526, 55_153
"""1 January 2000 and 2051: a day and a month get the year in which they were typed."""


def band_of(cell: Cell) -> str | None:
    """The band a date was probably made of, such as "2-10"; None for what is no date.

    Two of them, as "1-10 / 10-19", where both give the same date.
    """
    if isinstance(cell, date):
        return _of_date(cell)
    text = cell.strip() if isinstance(cell, str) else ""
    if (found := DAY_MONTH.fullmatch(text)) and (month := MONTHS.get(found[2].lower())):
        return _sorted(int(found[1]), month)
    if (found := MONTH_YEAR.fullmatch(text)) and (month := MONTHS.get(found[1].lower())):
        return f"{month}-{int(found[2])}"
    if (found := MONTH_DAY.fullmatch(text)) and (month := MONTHS.get(found[1].lower())):
        return _sorted(int(found[2]), month)
    if found := WHOLE.fullmatch(text):
        return _of_parts(int(found[1]), int(found[2]), int(found[3]))
    found = LOCAL.fullmatch(text)
    return _of_parts(int(found[3]), int(found[2]), int(found[1])) if found else None


def band_of_serial(number: float) -> str | None:
    """The same for the number of days that is left of a date where its format is gone."""
    if number % 1 or not EARLY <= number <= LATE:
        return None
    day = (SERIAL_START + timedelta(days=number)).date()
    return _of_date(day) if number >= RECENT or day.day == 1 else None


def _of_date(day: date) -> str:
    """A month and a year where the day is the first; a day and a month where the year is recent."""
    readings = [_sorted(day.day, day.month)] if day.year >= CENTURY or day.day > 1 else []
    readings += [f"{day.month}-{day.year % 100}"] if day.day == 1 else []
    return " / ".join(dict.fromkeys(readings))


def _of_parts(year: int, month: int, day: int) -> str | None:
    try:
        return _of_date(date(year, month, day))
    except ValueError:
        return None


def _sorted(one: int, other: int) -> str:
    """Which came first is lost; a band begins with its smaller end."""
    return f"{min(one, other)}-{max(one, other)}"
