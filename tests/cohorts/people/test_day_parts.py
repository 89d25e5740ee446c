"""Parts of the week, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.day_parts import DayPart, Part, parts_told, reading
from cohorts.people.spelling import spelled_alike
from cohorts.people.times import same_time, times_of
from cohorts.words import Language

TUESDAY_MORNING = DayPart(1, Part.MORNING)
SAME = (
    *("dinsdagochtend", "di-ochtend", "Di ochtend", "di. ochtend", "DINSDAGOCHTEND", "Tue am"),
    *("Tuesday a.m.", "ochtend (dinsdag)", "dinsdag 's ochtends", "dinsdagmorgen", "op dinsdag vm"),
    *("Tuesday morning", "Tuesday mornings", "di/ochtend"),
)


@pytest.mark.parametrize("text", SAME)
def test_one_part_in_many_words(text: str) -> None:
    assert reading(text).alone == TUESDAY_MORNING
    assert same_time(text) == same_time("dinsdagochtend")


@pytest.mark.parametrize(
    "text",
    [
        *("12-5", "dinsdagochtend even weken", "niet op dinsdag", "dinsdagochtend 9:00-12:00"),
        *("domoren", "", "vr-ma", "ochtend dinsdag middag", "x" * 200, "di middag of in overleg"),
    ],
)
def test_what_says_more_is_no_part(text: str) -> None:
    assert reading(text).parts == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ma, di en do ochtend", [(0, 0), (1, 0), (3, 0)]),
        ("dinsdag ochtend en middag", [(1, 0), (1, 1)]),
        ("di-ochtend | do-avond", [(1, 0), (3, 2)]),
        ("ma t/m wo middag", [(0, 1), (1, 1), (2, 1)]),
        ("Mon-Tue", [(0, 3), (1, 3)]),
        ("dinsdag (hele dag)", [(1, 3)]),
    ],
)
def test_several_parts_in_one_answer(text: str, parts: list[tuple[int, int]]) -> None:
    assert [(p.weekday, int(p.part)) for p in reading(text).parts] == parts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("werkdagen", range(5)),
        ("door de week", range(5)),
        ("weekdays", range(5)),
        ("weekend", (5, 6)),
        ("alleen woensdag", (2,)),
        ("every Tuesday", (1,)),
        ("alle avonden", range(5)),
        ("doordeweekse avonden", range(5)),
        ("om de week dinsdag", ()),
        ("elke eerste dinsdag", ()),
        ("niet op werkdagen", ()),
        ("alle avonden behalve vrijdag", ()),
    ],
)
def test_words_for_several_days(text: str, days: tuple[int, ...]) -> None:
    assert [part.weekday for part in reading(text).parts] == list(days)


def test_hours_beside_a_part_are_read_for_a_calendar_only() -> None:
    # half past nine and eleven are two choices of one morning: two values, one part of the week
    assert parts_told("dinsdagochtend (9:30 - 11:00 uur)") == (TUESDAY_MORNING,)
    assert same_time("di-ochtend 9:30-11:00") != same_time("di-ochtend 11:00-12:30")
    assert parts_told("12-5") == ()


def test_values_are_those_that_people_named() -> None:
    often = {"ma-ochtend": 1, "Maandagochtend": 3, "maandag": 1, "altijd": 1, "ochtend": 2}
    found = times_of({**often, "ma en di middag": 1, "12-5": 1})
    assert found["ma-ochtend"] == ("Maandagochtend",)  # the commonest spelling
    # "ma" has no part of its own: the part behind "di" is said of both
    assert found["ma en di middag"] == ("maandagmiddag", "dinsdagmiddag")
    # a whole day holds what others named of it
    assert found["maandag"] == ("maandag", "Maandagochtend", "maandagmiddag")
    assert found["ochtend"] == ("ochtend", "Maandagochtend")
    assert set(found["altijd"]) > {"Maandagochtend", "maandagmiddag", "dinsdagmiddag", "12-5"}


def test_a_column_of_days_stays_one_of_days() -> None:
    assert times_of({"maandag": 2, "ochtend": 1}) == {
        "maandag": ("maandag",),
        "ochtend": ("ochtend",),
    }


def test_a_round_has_one_spelling() -> None:
    written = (("di-ochtend",), ("Tue am", "wo avond"), ("dinsdagochtend",), ("dinsdagochtend",))
    people = [
        Applicant(id=ApplicantId(str(i)), availability=times) for i, times in enumerate(written)
    ]
    assert [a.availability for a in spelled_alike(people)] == [
        ("dinsdagochtend",),
        ("dinsdagochtend", "wo avond"),
        ("dinsdagochtend",),
        ("dinsdagochtend",),
    ]


@given(st.integers(0, 6), st.sampled_from(list(Part)), st.sampled_from(list(Language)))
def test_a_name_reads_back(weekday: int, part: Part, language: Language) -> None:
    assert reading(DayPart(weekday, part).name(language)).alone == DayPart(weekday, part)


@given(
    st.dictionaries(st.sampled_from([*SAME, "wo", "12-5", "altijd", "avond"]), st.integers(1, 9))
)
def test_whoever_wrote_something_keeps_something(often: dict[str, int]) -> None:
    found = times_of(often)
    assert found.keys() == often.keys()
    assert all(found.values())
    named = [v for v in often if v in SAME]
    assert len({found[v] for v in named}) <= 1


@pytest.mark.parametrize("sign", [".", "!", " ;", "...", "?", "…"])
def test_a_sign_that_closes_a_text_makes_no_other_part(sign: str) -> None:
    assert reading(f"Di ochtend{sign}") == reading("di ochtend")
    assert reading(f"altijd{sign}") == reading("altijd")
