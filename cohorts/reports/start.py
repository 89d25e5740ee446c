"""When the meetings of a programme are, once somebody says when it starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from babel.dates import format_date

from cohorts.errors import InputError, Problem
from cohorts.people.day_parts import DayPart, Part
from cohorts.programme.meeting import SATURDAY, Meeting
from cohorts.programme.programme import Programme
from cohorts.reports.public_holidays import holiday_on
from cohorts.rounds.posting.first_meeting import FirstMeeting
from cohorts.words import Language, say

NOON, EVENING = 12, 18
"""Hours at which the morning and the afternoon end."""
WHOLE_DAY = 8.0
"""A meeting of so many hours takes the day: it begins in the morning."""


@dataclass(frozen=True)
class Start:
    """The first day; ``at``: the hour meetings begin, None where nobody said so.

    ``place``: of the first meeting; "": that of the group, where it chose one.
    """

    day: date
    at: time | None = None
    place: str = ""


@dataclass(frozen=True)
class Dated:
    """One meeting on its day; ``at`` None: some time that day. ``joint``: all groups at once.

    ``index``: its place in the programme. ``days``: so many in a row, ``hours`` on each. ``part``:
    of the day, where the group's own part of the week says so and no hour does. ``place``: of this
    one alone.
    """

    title: str
    day: date
    at: time | None
    hours: float
    joint: bool
    index: int = 0
    days: int = 1
    part: Part | None = None
    place: str = ""

    @property
    def last(self) -> date:
        """The last day of it."""
        return self.day + timedelta(days=self.days - 1)

    def said(self, language: Language) -> str:
        """The day, and from when to when, as people write it."""
        day = format_date(self.day, "EEEE d MMMM y", locale=language.value)
        if self.days > 1:
            last = format_date(self.last, "EEEE d MMMM y", locale=language.value)
            day = say("report.days", language, first=day, last=last)
        if self.part is not None:
            return f"{day}, {say(f'report.part_{self.part.name.lower()}', language)}"
        if self.at is None:
            return day
        begin = datetime.combine(self.day, self.at)
        if not self.hours:
            return f"{day}, {begin:%H:%M}"
        return f"{day}, {begin:%H:%M}–{begin + timedelta(hours=self.hours):%H:%M}"

    def told(self, language: Language) -> str:
        """The same, and where it is if that is another place than usual."""
        return ", ".join(filter(None, (self.said(language), self.place)))

    def holiday(self, language: Language) -> str:
        """That it falls on a public holiday of the Netherlands; empty where it does not."""
        days = (self.day + timedelta(days=i) for i in range(self.days))
        names = dict.fromkeys(name for day in days if (name := holiday_on(day)))
        said = [say(f"report.holiday_{name}", language) for name in names]
        return say("report.holiday", language, names=tuple(said)) if said else ""


def start_of(first: FirstMeeting | None, programme: Programme) -> Start | None:
    """So that the first meeting is on the day that was said; None where nobody said so.

    Where a programme asks for another day of the week, or each group has its own: from then on.
    """
    if first is None:
        return None
    start = Start(first.day, first.at, first.place)
    if not programme.meetings:
        return start
    one = programme.meetings[_first(programme, start)]
    before = timedelta(days=one.after_days or 0, weeks=one.after_weeks or 0)
    return replace(start, day=first.day - before)


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


def dated(
    programme: Programme, start: Start | None, language: Language, best: DayPart | None = None
) -> list[Dated]:
    """Every meeting in the order of its day; none where nobody said when it starts.

    Of a programme that names none: the first, of which nothing but its start is known.

    ``best``: the part of the week that suits the group, None where that is not known. What is
    counted in days and falls in a weekend moves to the Monday after, unless the start is in a
    weekend too. An hour outside the group's own part of the day does not hold for it.
    """
    if start is None:
        return []
    if not programme.meetings:
        title = say("report.first_meeting", language)
        return [Dated(title, start.day, start.at, 0, joint=False, place=start.place)]
    found = [
        _dated(i, meeting, start, language, best) for i, meeting in enumerate(programme.meetings)
    ]
    first = _first(programme, start)
    found[first] = replace(found[first], place=start.place)
    return sorted(found, key=lambda d: (d.day, d.index))


def _first(programme: Programme, start: Start) -> int:
    """Which one comes first whatever day suits a group, by its place in the programme."""
    days = [one.day(start.day) for one in programme.meetings]
    return days.index(min(days))


def _dated(
    index: int, meeting: Meeting, start: Start, language: Language, best: DayPart | None
) -> Dated:
    own = best if meeting.own_day else None
    day = meeting.day(start.day, own.weekday if own else None)
    if meeting.after_days is not None:
        day = _no_weekend(day, start.day)
    at, part = start.at, None
    if meeting.hours >= WHOLE_DAY:
        at = at if at is not None and part_of(at) is Part.MORNING else None
    elif (
        own is not None and own.part is not Part.ALL and (at is None or part_of(at) is not own.part)
    ):
        at, part = None, own.part
    return Dated(
        title=meeting.title.get(language) or next(iter(meeting.title.values()), ""),
        day=day,
        at=at,
        hours=meeting.hours,
        joint=meeting.joint,
        index=index,
        days=meeting.days,
        part=part,
    )


def part_of(at: time) -> Part:
    """The part of the day that an hour is in."""
    hour = at.hour
    return Part.MORNING if hour < NOON else Part.AFTERNOON if hour < EVENING else Part.EVENING


def _no_weekend(day: date, first: date) -> date:
    if first.weekday() >= SATURDAY or day.weekday() < SATURDAY:
        return day
    return day + timedelta(days=7 - day.weekday())
