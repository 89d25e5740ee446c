"""A refusal of the counts begins with who applied, and says where everybody went."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cohorts.composing.applied import applied, worth_a_look
from cohorts.composing.prepare import as_given, prepare
from cohorts.errors import InputError
from cohorts.people.applicant import Status
from cohorts.programme.programme import Programme
from cohorts.round.remark import Remark
from cohorts.round.round import Round
from cohorts.words import Language, explain
from tests.cohorts.small_round import people, programme

AT_LEAST_TEN = {"condition": "between", "field": "fte", "least": 10}
OVERIJSSEL = {"condition": "one_of", "field": "province", "values": ["Overijssel"]}
EMPTY, TWICE = Remark("intake.empty_row", 4), Remark("intake.merged", 6)
HIDDEN = Remark("intake.hidden_rows_left", facts={"count": 3, "rows": ("7", "8", "9")})


def asked(*conditions: dict[str, Any]) -> Programme:
    bare = programme([{"rule": "comparable", "field": "fte"}]).model_dump(mode="json")
    return Programme.model_validate({**bare, "conditions": conditions})


def said(
    count: int, *conditions: dict[str, Any], remarks: tuple[Remark, ...] = ()
) -> tuple[str, str]:
    own = asked(*conditions)
    round_ = replace(as_given(people(count), own), remarks=remarks)
    told = applied(round_, own)
    return told[Language.NL], told[Language.EN]


def test_nobody_fell_away() -> None:
    assert said(1) == ("1 persoon meldde zich aan", "1 person applied")
    assert said(12) == ("12 mensen meldden zich aan", "12 people applied")


def test_one_condition_refuses() -> None:
    """Staff of the first four: 1, 8, 15 and 22."""
    assert said(4, AT_LEAST_TEN) == (
        "4 mensen meldden zich aan, 2 voldoen niet aan ‘Aantal medewerkers: minstens 10’, 2 over",
        "4 people applied, 2 do not meet ‘Number of staff: at least 10’, 2 left",
    )
    assert said(1, AT_LEAST_TEN) == (
        (
            "1 persoon meldde zich aan, 1 voldoet niet aan ‘Aantal medewerkers: minstens 10’, "
            "niemand over"
        ),
        "1 person applied, 1 does not meet ‘Number of staff: at least 10’, nobody left",
    )


def test_who_fails_two_conditions_counts_once_as_a_person() -> None:
    """Too small: the first and the second; not from Overijssel: the second and the fourth."""
    assert said(4, AT_LEAST_TEN, OVERIJSSEL)[0] == (
        "4 mensen meldden zich aan, 3 voldoen niet aan de voorwaarden "
        "(‘Aantal medewerkers: minstens 10’: 2 en ‘Provincie: Overijssel’: 2), 1 over"
    )


def test_who_has_not_said_yes() -> None:
    sure = [replace(a, status=Status.CONFIRMED) for a in people(4)]
    sure[3] = replace(sure[3], status=Status.PROBABLE)
    own = asked()
    told = applied(as_given(sure, own), own)
    assert told[Language.NL] == "4 mensen meldden zich aan, 1 heeft nog niet toegezegd, 3 over"
    assert told[Language.EN] == "4 people applied, 1 has not confirmed yet, 3 left"


def test_rows_that_became_nobody() -> None:
    """12 people of 12 + 1 + 3 rows that are nobody, and 1 that is somebody once more."""
    assert said(12, remarks=(EMPTY, TWICE, HIDDEN)) == (
        "17 rijen gelezen, 4 overgeslagen, 1 dubbel; 12 mensen meldden zich aan",
        "17 rows read, 4 passed over, 1 duplicate; 12 people applied",
    )


def test_what_to_look_at_follows_from_where_they_went() -> None:
    own = asked(AT_LEAST_TEN)
    assert worth_a_look(as_given(people(3), asked()))["look"][Language.NL] == ""
    round_ = replace(as_given(people(3), own), remarks=(EMPTY,))
    for door in ("look", "look_plain"):
        told = worth_a_look(round_)[door][Language.NL]
        assert told.startswith("Kijk of de voorwaarden kloppen")
        assert "rijen ten onrechte" in told
    assert "cohorts intake" not in worth_a_look(round_)["look_plain"][Language.NL]


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ({"size": (30, 40)}, ": te weinig voor één groep van minstens 30."),
        ({"groups": 5}, ": te weinig voor 5 groepen van minstens 6, want die vragen 30 mensen."),
        ({"places": "exactly 25"}, ": te weinig om precies 25 plaatsen te vullen."),
        (
            {"groups": 2, "places": "everyone"},
            ": te veel voor 2 groepen van hoogstens 9, want die hebben plaats voor 18 mensen.",
        ),
        (
            {"groups": 3, "places": "at most 12"},
            ". 3 groepen van minstens 6 vragen om 18 plaatsen; u wilt er 12 vullen.",
        ),
    ],
)
def test_every_count_that_cannot_work_begins_with_them(given: dict[str, Any], ends: str) -> None:
    with pytest.raises(InputError) as caught:
        prepare(people(), asked(), **({"places": "as many as possible"} | given))
    fault, _ = explain(caught.value.problems[0], Language.NL)
    assert fault == f"24 mensen meldden zich aan{ends}"


def test_two_with_one_number_are_named() -> None:
    one, two = people(2)
    with pytest.raises(InputError) as caught:
        Round(
            applicants=(one, one, two),
            groups=1,
            smallest=1,
            largest=3,
            target=3,
            places=as_given(people(2), asked()).places,
        )
    fault, _ = explain(caught.value.problems[0], Language.NL)
    assert fault == "Er zijn 3 aanmeldingen, en dit nummer staat er twee keer in: p00."
