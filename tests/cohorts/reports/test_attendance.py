"""Who can come to a meeting, and on which days there is a holiday."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from dateutil.easter import easter as easter_of_dateutil
from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.day_parts import DayPart, Part
from cohorts.programme.meeting import Meeting
from cohorts.reports.attendance import coming
from cohorts.reports.public_holidays import easter, holiday_on
from cohorts.reports.start import Dated, Start, dated
from cohorts.words import Language
from tests.cohorts.reports.readers_round import programme

TUESDAY = date(2026, 10, 6)


def people(*times: tuple[str, ...]) -> list[Applicant]:
    return [Applicant(id=ApplicantId(str(i)), availability=said) for i, said in enumerate(times)]


def on(day: date, at: time | None = None, hours: float = 3, **more: Any) -> Dated:
    return Dated("Module", day, at, hours, joint=False, **more)


FIVE = people(("di-ochtend",), ("dinsdagmiddag", "wo avond"), ("altijd",), (), ("12-5",))


def test_who_can_come() -> None:
    # at nine: the first, and who can always; of the last two nothing is known of parts of the week
    found = coming(on(TUESDAY, time(9)), FIVE, FIVE)
    assert found is not None
    assert (found.can, found.count, found.unsaid, found.partly) == (2, 5, 2, False)
    assert found.said(Language.NL) == "2 van de 5 kunnen; 2 gaven geen dagdeel op"
    assert found.said(Language.EN) == "2 of 5 can come; 2 did not say"


def test_a_meeting_over_two_parts_asks_for_both() -> None:
    # from 10 to 14: morning and afternoon, which only who can always has; half an hour is no part
    long = coming(on(TUESDAY, time(10), 4), FIVE, FIVE)
    assert long is not None
    assert long.can == 1
    ends_at_half_past_twelve = coming(on(TUESDAY, time(9), 3.5), FIVE, FIVE)
    assert ends_at_half_past_twelve is not None
    assert ends_at_half_past_twelve.can == 2


def test_without_an_hour_some_of_the_day_counts_and_is_said_so() -> None:
    found = coming(on(TUESDAY), FIVE, FIVE)
    assert found is not None
    assert found.can == 3
    assert "op een deel van die dag" in found.said(Language.NL)
    planned = coming(on(TUESDAY, part=Part.MORNING), FIVE, FIVE)
    assert planned is not None
    assert (planned.can, planned.partly) == (2, False)


def test_of_a_day_that_nobody_was_asked_about_nothing_is_said() -> None:
    asked = people(("di-ochtend",), ("wo avond",))
    thursday = date(2026, 10, 8)
    assert coming(on(thursday, time(9)), asked, asked) is None
    assert coming(on(TUESDAY, time(19)), asked, asked) is None
    assert coming(on(TUESDAY, time(9)), people(()), people(())) is None


def test_the_groups_own_part_of_the_week_decides_the_day_and_the_hour() -> None:
    meetings = (Meeting(title={Language.NL: "M"}, after_weeks=4, weekday="best", hours=4),)
    own = programme().model_copy(update={"meetings": meetings})
    start = Start(date(2026, 10, 5), time(13, 30))
    morning, afternoon = (DayPart(3, part) for part in (Part.MORNING, Part.AFTERNOON))
    (in_the_morning,) = dated(own, start, Language.NL, morning)
    # half past one is no morning: the hour does not hold for this group
    assert in_the_morning.said(Language.NL) == "donderdag 5 november 2026, ochtend"
    (in_the_afternoon,) = dated(own, start, Language.NL, afternoon)
    assert in_the_afternoon.said(Language.EN).endswith("5 November 2026, 13:30–17:30")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "new_year"),
        (date(2027, 3, 29), "easter"),
        (date(2026, 4, 27), "kings_day"),
        (date(2025, 4, 26), "kings_day"),  # the 27th was a Sunday
        (date(2025, 4, 27), ""),
        (date(2027, 5, 6), "ascension"),
        (date(2027, 5, 17), "whitsun"),
        (date(2026, 12, 26), "christmas"),
        (date(2026, 10, 6), ""),
    ],
)
def test_public_holidays(day: date, name: str) -> None:
    assert holiday_on(day) == name
    assert bool(on(day).holiday(Language.NL)) == bool(name)


@given(st.integers(1900, 2199))
def test_easter(year: int) -> None:
    assert easter(year) == easter_of_dateutil(year)


def test_a_weekend_of_which_the_second_day_is_a_holiday() -> None:
    pentecost = on(date(2027, 5, 15), days=2)
    assert pentecost.holiday(Language.EN) == "Mind: this is Whitsun."
    assert pentecost.said(Language.NL) == "zaterdag 15 mei 2027 en zondag 16 mei 2027"
