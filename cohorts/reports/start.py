"""When the meetings of a programme are, once somebody says when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babel.dates import format_date

from cohorts.errors import InputError, Problem
from cohorts.programme.programme import Programme
from cohorts.words import Language

SATURDAY = 5
"""As Python numbers the days of a week."""


@dataclass(frozen=True)
class Start:
    """The first day; ``at``: the hour meetings begin, None where nobody said so."""

    day: date
    at: time | None = None


@dataclass(frozen=True)
class Dated:
    """One meeting on its day; ``at`` None: some time that day. ``joint``: all groups at once."""

    title: str
    day: date
    at: time | None
    hours: float
    joint: bool

    def said(self, language: Language) -> str:
        """The day, and from when to when, as people write it."""
        day = format_date(self.day, "EEEE d MMMM y", locale=language.value)
        if self.at is None:
            return day
        begin = datetime.combine(self.day, self.at)
        return f"{day}, {begin:%H:%M}–{begin + timedelta(hours=self.hours):%H:%M}"


def long_date(day: date, language: Language) -> str:
    """``5 oktober 2026``."""
    said: str = format_date(day, "d MMMM y", locale=language.value)
    return said


def parse_start(text: str | None) -> Start | None:
    """``2026-10-05``, or with an hour ``2026-10-05T13:30``. Raises InputError ``report.start``."""
    if text is None:
        return None
    try:
        day, _, at = text.strip().upper().replace(" ", "T").partition("T")
        return Start(date.fromisoformat(day), datetime.strptime(at, "%H:%M").time() if at else None)  # noqa: DTZ007 - a time of day
    except ValueError:
        raise InputError(Problem("report.start", "--start", {"given": text})) from None


def dated(programme: Programme, start: Start | None, language: Language) -> list[Dated]:
    """Every meeting in the order of its day; none where nobody said when it starts.

    What falls in a weekend moves to the Monday after, unless the start is in a weekend too.
    """
    if start is None:
        return []
    found = [
        Dated(
            meeting.title.get(language) or next(iter(meeting.title.values()), ""),
            _no_weekend(start.day + timedelta(days=meeting.after_days), start.day),
            start.at,
            meeting.hours,
            meeting.joint,
        )
        for meeting in programme.meetings
    ]
    return sorted(found, key=lambda d: d.day)


def _no_weekend(day: date, first: date) -> date:
    if first.weekday() >= SATURDAY or day.weekday() < SATURDAY:
        return day
    return day + timedelta(days=7 - day.weekday())
