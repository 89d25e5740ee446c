"""How many can come to a meeting, by the parts of the week that people gave."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cohorts.people.applicant import Applicant
from cohorts.people.day_parts import DayPart, Part, parts_told, reading
from cohorts.reports.start import EVENING, NOON, Dated
from cohorts.words import Language, say

OVERLAP = timedelta(minutes=30)
"""What runs on into the next part by no more than this is not in that part."""


@dataclass(frozen=True)
class Coming:
    """``can`` of ``count`` can come, of ``unsaid`` it is not known; ``partly``: for some of it.

    ``partly`` holds where nobody said at what hour it begins: any part of that day counts.
    """

    can: int
    count: int
    unsaid: int
    partly: bool

    def said(self, language: Language) -> str:
        """As a person says it: 7 of 10 can come; 2 did not say."""
        facts = {"can": self.can, "count": self.count, "unsaid": self.unsaid}
        key = "report.can_some" if self.partly else "report.can_come"
        unsaid = say("report.can_unsaid", language, **facts) if self.unsaid else ""
        return say(key, language, **facts) + unsaid


def coming(
    meeting: Dated, members: Iterable[Applicant], asked: Iterable[Applicant]
) -> Coming | None:
    """Of ``members``; None where nobody of ``asked`` gave parts of that day, so none was asked."""
    wanted = _parts(meeting)
    given = {part for a in asked for part in _told(a)}
    if not all(any(part.covers(one) or one.covers(part) for part in given) for one in wanted):
        return None
    people = list(members)
    known = [a for a in people if _told(a)]
    can = sum(_can(a, wanted) for a in known)
    partly = any(one.part is Part.ALL for one in wanted)
    return Coming(can, len(people), len(people) - len(known), partly)


def _told(applicant: Applicant) -> tuple[DayPart, ...]:
    return tuple(part for value in applicant.availability for part in parts_told(value))


def _can(applicant: Applicant, wanted: Collection[DayPart]) -> bool:
    if any(reading(value).always for value in applicant.availability):
        return True
    told = _told(applicant)
    return all(any(part.covers(one) or one.covers(part) for part in told) for one in wanted)


def _parts(meeting: Dated) -> list[DayPart]:
    """The parts of the week it takes; of a day without an hour the part it was planned in."""
    days = [meeting.day + timedelta(days=i) for i in range(meeting.days)]
    return [DayPart(day.weekday(), part) for day in days for part in _of_day(meeting)]


def _of_day(meeting: Dated) -> list[Part]:
    if meeting.at is None:
        return [Part.ALL if meeting.part is None else meeting.part]
    begin = datetime.combine(meeting.day, meeting.at)
    end = begin + timedelta(hours=meeting.hours)
    midnight = datetime.combine(meeting.day, datetime.min.time())
    edges = [midnight + timedelta(hours=hour) for hour in (0, NOON, EVENING, 24)]
    spans = zip(edges, edges[1:], (Part.MORNING, Part.AFTERNOON, Part.EVENING), strict=False)
    lengths = {part: min(end, last) - max(begin, first) for first, last, part in spans}
    return [part for part, length in lengths.items() if length > OVERLAP] or [
        max(lengths, key=lambda part: lengths[part])
    ]
