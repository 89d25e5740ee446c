"""The first meeting is on the day and at the place that somebody said, and the others follow."""

from __future__ import annotations

from datetime import date, time

import pytest

from cohorts.programme.meeting import Meeting
from cohorts.programme.programme import Programme, load_programme
from cohorts.reports.start import dated, start_of
from cohorts.rounds.posting.first_meeting import FirstMeeting
from cohorts.words import Language

NL = Language.NL
SATURDAY = date(2026, 10, 3)


def of(*meetings: dict[str, object]) -> Programme:
    made = [Meeting.model_validate({"title": {"nl": "M"}, "hours": 2} | one) for one in meetings]
    return load_programme("kennissessie").model_copy(update={"meetings": tuple(made)})


@pytest.mark.parametrize(
    "first",
    [
        {"after_weeks": 0},
        {"after_weeks": 2, "weekend": True},
        {"after_weeks": 3},
        {"after_days": 7},
    ],
)
def test_the_first_is_on_the_day_that_was_said(first: dict[str, object]) -> None:
    programme = of({"after_weeks": 30}, first)
    start = start_of(FirstMeeting(SATURDAY, time(13, 30), "De Kar"), programme)
    one, other = dated(programme, start, NL)
    assert (one.index, one.place) == (1, "De Kar")
    assert one.day == SATURDAY
    assert one.told(NL).endswith(", De Kar")
    assert other.place == ""
    assert other.told(NL) == other.said(NL)


def test_of_a_programme_without_meetings_only_the_beginning_is_known() -> None:
    start = start_of(FirstMeeting(SATURDAY, time(13, 30)), of())
    (one,) = dated(of(), start, NL)
    assert one.told(NL) == "zaterdag 3 oktober 2026, 13:30"
    assert start_of(None, of()) is None
