"""A moment of the store as the reader's clock shows it."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from babel.dates import format_date, format_time

from cohorts.pages.told import language
from cohorts.words import Language

CLOCK = {Language.NL: "HH.mm", Language.EN: "HH:mm"}
DAY = "d MMMM"


def clock(at: str) -> str:
    """``2026-11-26T13:03:12.123Z`` → "14.03"; with the day where it is not today's."""
    here = _place()
    when, now = datetime.fromisoformat(at).astimezone(here), datetime.now(here)
    time = format_time(when, CLOCK[language()], locale=language().value)
    return time if when.date() == now.date() else f"{day(at)}, {time}"


def day(at: str) -> str:
    """``2026-11-26T13:03:12.123Z`` → "26 november"; with the year where it is another."""
    here = _place()
    when = datetime.fromisoformat(at).astimezone(here).date()
    pattern = DAY if when.year == datetime.now(here).year else f"{DAY} y"
    return format_date(when, pattern, locale=language().value)


def _place() -> tzinfo:
    """Where the reader's browser is."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
