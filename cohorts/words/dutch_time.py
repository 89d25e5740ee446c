"""Moments by the clock of the Netherlands, wherever the browser is: a deadline is one for all."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from cohorts.words.language import Language

HERE = ZoneInfo("Europe/Amsterdam")
CLOCK = {Language.NL: "HH.mm", Language.EN: "HH:mm"}


def dutch_time(at: str, language: Language) -> str:
    """``2026-11-26T13:03:12.123Z`` → "26 november 2026, 14.03"."""
    when = in_the_netherlands(at)
    day = format_date(when.date(), "d MMMM y", locale=language.value)
    return f"{day}, {format_time(when, CLOCK[language], locale=language.value)}"


def dutch_day(at: str, language: Language) -> str:
    """``2026-11-26T23:00:00.000Z`` → "27 november 2026"."""
    return format_date(in_the_netherlands(at).date(), "d MMMM y", locale=language.value)


def in_the_netherlands(at: str) -> datetime:
    """The same, to reckon with."""
    return datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone(HERE)
