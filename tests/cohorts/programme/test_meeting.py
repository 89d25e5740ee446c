"""When a meeting is, and what cannot be said of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cohorts.errors import InputError
from cohorts.people.day_parts import WEEKDAYS
from cohorts.programme.meeting import Meeting
from cohorts.programme.programme import load_programme

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def meeting(**fields: Any) -> Meeting:
    return Meeting.model_validate({"title": {"nl": "Module 1"}, "hours": 4, **fields})


def test_on_a_fixed_weekday() -> None:
    monday = date(2026, 10, 5)
    assert meeting(after_weeks=0, weekday="tuesday").day(monday) == date(2026, 10, 6)
    assert meeting(after_weeks=4, weekday="dinsdag").day(monday) == date(2026, 11, 3)
    assert meeting(after_weeks=1, weekday="ma").day(monday) == date(2026, 10, 12)
    # never before the start: the Monday after a Wednesday
    assert meeting(after_weeks=0, weekday="mon").day(date(2026, 10, 7)) == date(2026, 10, 12)


def test_in_a_weekend() -> None:
    weekend = meeting(after_weeks=2, weekend=True)
    assert weekend.day(date(2026, 10, 5)) == date(2026, 10, 24)  # a Saturday
    assert weekend.days == 2


def test_on_the_day_of_the_group() -> None:
    own = meeting(after_weeks=4, weekday="best")
    assert own.day(date(2026, 10, 5), 3) == date(2026, 11, 5)  # Thursday
    assert own.day(date(2026, 10, 5)) == date(2026, 11, 2)  # not known: the weekday of the start


@given(DAYS, st.integers(0, 50), st.integers(1, 50), st.sampled_from([*WEEKDAYS, "best", None]))
def test_meetings_of_one_weekday_lie_whole_weeks_apart(
    start: date, first: int, more: int, weekday: str | None
) -> None:
    one = meeting(after_weeks=first, weekday=weekday).day(start, 2)
    other = meeting(after_weeks=first + more, weekday=weekday).day(start, 2)
    assert (other - one).days == 7 * more
    assert 0 <= (one - start).days - 7 * first < 7
    wanted = {None: start.weekday(), "best": 2}.get(weekday)
    assert one.weekday() == (WEEKDAYS.index(weekday or "") if wanted is None else wanted)


@given(DAYS, st.integers(0, 50))
def test_a_weekend_is_saturday_and_sunday(start: date, weeks: int) -> None:
    day = meeting(after_weeks=weeks, weekend=True).day(start)
    assert day.weekday() == 5
    assert 0 <= (day - start).days - 7 * weeks < 7


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "meeting_when"),
        ({"after_days": 1, "after_weeks": 1}, "meeting_either"),
        ({"after_weeks": 1, "weekday": "monday", "weekend": True}, "meeting_either"),
        ({"after_days": 1, "weekday": "monday"}, "meeting_weeks"),
        ({"after_days": 1, "weekend": True}, "meeting_weeks"),
        ({"after_weeks": 1, "weekday": "best", "joint": True}, "meeting_joint"),
    ],
)
def test_what_cannot_go_together(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        meeting(**fields)
    assert [error["type"] for error in caught.value.errors()] == [code]


def test_a_fault_names_the_meeting_and_the_field(tmp_path: Any) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'schema_version = 1\nname = "own"\n[title]\nnl = "Eigen"\n[groups]\nsize = [2, 4]\n'
        'target = 3\n[[rules]]\nrule = "same_question"\n[[meetings]]\ntitle = {nl = "Start"}\n'
        'after_weeks = 0\nhours = 2\n[[meetings]]\ntitle = {nl = "Module 1"}\nhours = 4\n'
        "after_weeks = 1\nafter_days = 9\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        load_programme(path)
    problem: Any = caught.value.problems[0]
    assert problem.place.endswith(":14")  # the second [[meetings]]
    assert problem.facts["where"] == "meetings.2"
    assert "‘Module 1’" in problem.facts["fault"]["nl"]
    assert "after_days / after_weeks" in problem.facts["fault"]["en"]
