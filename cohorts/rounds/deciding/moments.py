"""A moment of the store as a day in the Netherlands: the same for every reader, everywhere."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from cohorts.words import Language

ZONE = ZoneInfo("Europe/Amsterdam")


def day_of(at: str) -> date:
    """The day of ``2026-11-26T13:03:12.123Z``."""
    return datetime.fromisoformat(at).astimezone(ZONE).date()


def day_said(at: str, language: Language) -> str:
    """``26 november 2026``."""
    said: str = format_date(day_of(at), "d MMMM y", locale=language.value)
    return said
