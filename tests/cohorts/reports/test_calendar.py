"""The calendars, read by a library that knows the standard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError
from cohorts.programme.meeting import Meeting
from cohorts.reports.calendar import group_calendar, whole_calendar
from cohorts.reports.start import Start, dated, parse_start
from cohorts.words import Language
from tests.cohorts.reports.readers_round import programme, readers, same

START = Start(date(2026, 10, 5), datetime(2026, 10, 5, 13, 30, tzinfo=UTC).time())


def events(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def with_titles(title: str) -> Proposal:
    meeting = Meeting(title={Language.NL: title, Language.EN: title}, after_days=0, hours=2)
    changed = programme().model_copy(update={"meetings": (meeting,)})
    asked = readers().programme.model_copy(update={"meetings": changed.meetings})
    return replace(readers(), programme=asked)


def test_hours_are_dutch_hours_in_summer_and_in_winter() -> None:
    first, second, third = events(group_calendar(readers(), 1, START, Language.NL))
    # 13:30 in the Netherlands is 11:30 UTC in summer, 12:30 in winter (from 25 October 2026)
    assert first.decoded("dtstart").astimezone(UTC) == datetime(2026, 10, 5, 11, 30, tzinfo=UTC)
    assert second.decoded("dtstart").astimezone(UTC) == datetime(2026, 10, 26, 12, 30, tzinfo=UTC)
    assert third.decoded("dtstart").astimezone(UTC) == datetime(2026, 12, 4, 12, 30, tzinfo=UTC)
    assert first.decoded("dtend") - first.decoded("dtstart") == timedelta(hours=3)
    assert second.decoded("dtend") - second.decoded("dtstart") == timedelta(hours=4)


def test_the_rule_of_summer_time_stands_in_the_file() -> None:
    calendar = icalendar.Calendar.from_ical(group_calendar(readers(), 1, START, Language.NL))
    zone: Any = next(iter(calendar.walk("VTIMEZONE")))
    named = zone.to_tz(lookup_tzid=False)
    for month, hours in ((1, 1), (7, 2)):
        moment = datetime(2027, month, 15, 12, tzinfo=UTC).astimezone(named)
        assert moment.utcoffset() == timedelta(hours=hours)


def test_without_an_hour_a_meeting_takes_the_day() -> None:
    first, *_ = events(group_calendar(readers(), 1, Start(date(2026, 10, 5)), Language.EN))
    assert first.decoded("dtstart") == date(2026, 10, 5)
    assert first.decoded("dtend") == date(2026, 10, 6)


def test_a_joint_meeting_is_one_meeting_in_every_file() -> None:
    whole = events(whole_calendar(readers(), START, Language.NL))
    groups = readers().composition.groups
    assert len(whole) == 1 + 2 * len(groups)  # one kick-off, two modules a group
    single = [e for n in groups for e in events(group_calendar(readers(), n, START, Language.NL))]
    assert {str(e["uid"]) for e in single} == {str(e["uid"]) for e in whole}
    assert len({str(e["uid"]) for e in whole}) == len(whole)
    assert len({str(group[0]["uid"]) for group in (single[:3], single[3:6], single[6:])}) == 1


def test_the_same_proposal_gives_the_same_bytes() -> None:
    once = whole_calendar(readers(), START, Language.NL)
    assert once == whole_calendar(same(), START, Language.NL)
    stamps = {e.decoded("dtstamp") for e in events(once)}
    assert len(stamps) == 1
    assert stamps.pop().date() == readers().round.on
    moved = whole_calendar(readers(), Start(date(2026, 10, 6)), Language.NL)
    assert moved != once
    assert [e["uid"] for e in events(moved)] == [e["uid"] for e in events(once)]


@pytest.mark.parametrize("title", ["Start; samen, \\ eten", "Één ".ljust(200, "é"), "漢字🙂" * 30])
def test_titles_are_escaped_folded_and_read_back(title: str) -> None:
    text = group_calendar(with_titles(title), 1, START, Language.NL)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = events(text)
    assert str(event["summary"]).startswith(title)


def test_no_meeting_in_a_weekend_unless_the_start_is() -> None:
    days = [m.day.weekday() for m in dated(programme(), START, Language.NL)]
    assert days == [0, 0, 4]  # 5 October; Saturday 24 October becomes Monday; Friday 4 December
    saturday = Start(date(2026, 10, 3))
    assert dated(programme(), saturday, Language.NL)[0].day.weekday() == 5


@pytest.mark.parametrize(
    ("given", "day", "hour"),
    [("2026-10-05", 5, None), ("2026-10-05T13:30", 5, 13), (" 2026-10-05 09:00 ", 5, 9)],
)
def test_a_start(given: str, day: int, hour: int | None) -> None:
    start = parse_start(given)
    assert start is not None
    assert start.day == date(2026, 10, day)
    assert (start.at and start.at.hour) == hour


@pytest.mark.parametrize("given", ["5 oktober", "2026-13-01", "2026-10-05T25:00", "", "T10:00"])
def test_no_start(given: str) -> None:
    with pytest.raises(InputError, match=r"report\.start"):
        parse_start(given)


def test_nothing_said_is_no_start() -> None:
    assert parse_start(None) is None
    assert dated(programme(), None, Language.NL) == []


@pytest.mark.parametrize(
    ("hours", "given", "at"),
    [
        (8, "2026-10-05T13:30", None),  # till 21:30: a day begins in the morning
        (10, "2026-10-05T09:00", 9),
        (4, "2026-10-05T13:30", 13),
    ],
)
def test_a_meeting_that_takes_the_day_begins_in_the_morning(
    hours: float, given: str, at: int | None
) -> None:
    meeting = Meeting(title={Language.EN: "Module"}, after_weeks=0, hours=hours)
    asked = programme().model_copy(update={"meetings": (meeting,)})
    (found,) = dated(asked, parse_start(given), Language.EN)
    assert (found.at.hour if found.at else None) == at
    assert found.part is None
