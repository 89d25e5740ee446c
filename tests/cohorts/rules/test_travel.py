"""A meeting place for each group."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from cohorts.errors import InputError
from cohorts.geography.distance import hectometres, kilometres
from cohorts.geography.meeting_places import MOST_PLACES, best_places
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rules import rules
from cohorts.words import Language
from solver.choices import with_cheapest_choices
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts

# a tenth of a degree along a meridian: 6371.0088 km x pi / 1800 = 11.12 km, 111 hundred metres
TENTH = 111


def along(*latitudes: float | None) -> tuple[Applicant, ...]:
    """People a, b, c … in places P0, P1 … on one meridian."""
    return people(
        place=[f"P{i}" for i in range(len(latitudes))],
        latitude=latitudes,
        longitude=[6.0] * len(latitudes),
    )


def test_bites() -> None:
    four = along(52.0, 52.1, 52.3, 52.3)
    rule = {"rule": "travel", "widest_km": 12}
    # ab meets where b comes from (a: one tenth), cd in P0 (three tenths each, 334 rounded up)
    finding = found(rule, four, ["ab", "cd"], choices={"r": {1: (1,), 2: (0,)}})
    assert [dict(g.amounts) for g in finding.groups] == [
        {"r": TENTH, "r.widest": 0},
        {"r": 2 * 334, "r.widest": 2},  # 33.4 km is further than 12, for both
    ]
    assert verdicts(finding) == ["near", "too_wide"]
    assert [g.broken for g in finding.groups] == [False, True]
    assert [g.quality for g in finding.groups] == [
        pytest.approx(1 - 5.55 / 60, abs=0.001),  # 11.1 km and 0: 5.55 on average, of 60
        pytest.approx(1 - 33.4 / 60, abs=0.001),
    ]


def test_does_not_bite() -> None:
    four = along(52.0, 52.0, 52.3, None)
    finding = found(
        {"rule": "travel", "widest_km": 12}, four, ["ab", "cd"], choices={"r": {1: (0,), 2: (2,)}}
    )
    assert amounts(finding) == [0, 0]  # nobody leaves home, and of d it is not known where that is
    assert verdicts(finding) == ["there", "there"]
    assert finding.missing == 1


def test_a_wish_counts_double_beyond_the_widest() -> None:
    two = along(52.0, 52.3)
    rule = {"rule": "travel", "widest_km": 12, "widest_level": "should"}
    finding = found(rule, two, ["ab"], choices={"r": {1: (0,)}})
    # b travels 334, of which 334 - 120 beyond 12 km count once more
    assert dict(finding.groups[0].amounts) == {"r": 334 + 214}
    assert not finding.groups[0].broken


@pytest.mark.parametrize("level", ["must", "should"])
def test_the_widest_distance_is_a_must_whatever_level_is_written(level: str) -> None:
    """A form writes every field out; only ``widest_level`` makes a wish of it."""
    fields = {"rule": "travel", "key": "r", "widest_km": 12, "level": level}
    rule = rules()["travel"].model_validate(fields)
    assert rule.is_must
    wish = rules()["travel"].model_validate({**fields, "widest_level": "should"})
    assert not wish.is_must
    round_ = round_of(along(52.0, 52.3), 1)
    assert [demand.breach for demand in rule.demands(round_)] == ["r.widest"]
    assert [demand.breach for demand in wish.demands(round_)] == [""]


def test_the_sentence() -> None:
    three = people(
        place=["Zwolle", "Zwolle", "Deventer"],
        latitude=[52.5, 52.5, 52.25],
        longitude=[6.1, 6.1, 6.16],
    )
    finding = found({"rule": "travel"}, three, ["abc"], choices={"r": {1: (1,)}})
    rule = rules()["travel"].model_validate({"rule": "travel"})
    # c: 28.1 km, a and b nothing
    assert rule.sentence(finding.groups[0], Language.NL) == (
        "De groep komt bijeen in Zwolle; gemiddeld 9,4 km reizen, het verst komt C (28 km)."
    )


def test_named_places_are_found_by_name_and_postcode() -> None:
    two = along(52.0, 52.1)
    rule: Any = rules()["travel"].model_validate(
        {"rule": "travel", "key": "r", "places": ["8011 AA", "Deventer"]}
    )
    assert [place.name for place in rule.options(round_of(two, 1))] == ["8011 AA", "Deventer"]
    with pytest.raises(InputError, match=r"compose\.meeting_place"):
        found({"rule": "travel", "places": ["Nergenshuizen"]}, two, ["ab"])


def test_a_must_needs_a_distance() -> None:
    with pytest.raises(ValidationError, match="widest_km"):
        rules()["travel"].model_validate({"rule": "travel", "level": "must"})


def test_the_cheapest_place_is_the_one_in_the_middle() -> None:
    three = along(52.0, 52.1, 52.2)
    round_ = round_of(three, 1)
    rule = rules()["travel"].model_validate({"rule": "travel", "key": "r"})
    terms = [demand.term for demand in rule.demands(round_)]
    grouping = with_cheapest_choices(terms, round_.frame().lot * 0, round_.frame())
    assert grouping.choices["r"].tolist() == [[1]]  # 1 + 0 + 1 tenths, the ends 0 + 1 + 2


def test_of_many_places_those_that_lie_best_are_kept() -> None:
    far = [
        Applicant(id=ApplicantId(f"a{i:03}"), place=f"P{i:03}", latitude=50 + i / 20, longitude=6.0)
        for i in range(2 * MOST_PLACES)
    ]
    kept = best_places(far)
    assert len(kept) == MOST_PLACES
    # every second one, or nearly: no two kept neighbours further apart than three steps
    steps = [kilometres(p.point, q.point) for p, q in pairwise(kept)]
    assert max(steps) < 3 * kilometres((50, 6), (50.05, 6)) + 0.001


def test_distance() -> None:
    # Amsterdam (52.37, 4.90) to Groningen (53.22, 6.57): 146 km as the crow flies
    assert kilometres((52.37, 4.90), (53.22, 6.57)) == pytest.approx(146.5, abs=0.5)
    assert hectometres((52.0, 6.0), (52.1, 6.0)) == TENTH
    assert hectometres((0.0, 0.0), (0.0, 180.0)) == 200151  # half way round: pi x 6371.0088 km


def test_minutes_are_an_estimate() -> None:
    four = along(52.0, 52.1, 52.3, None)
    rule = {"rule": "travel", "widest_minutes": 14}
    # 14 minutes at 1.3 a km: 10.76 km, 107 whole hundreds of metres; a tenth of a degree is 111
    finding = found(rule, four, ["ab", "cd"], choices={"r": {1: (1,), 2: (2,)}})
    assert [g.amounts["r.widest"] for g in finding.groups] == [1, 0]
    assert verdicts(finding) == ["too_long", "there"]
    asked = rules()["travel"].model_validate(rule)
    assert asked.title(Language.NL) == "Niemand reist verder dan naar schatting 14 minuten"
    assert [asked.sentence(group, Language.NL) for group in finding.groups] == [
        "De groep komt bijeen in P1. Dat is naar schatting meer dan 14 minuten reizen voor A.",
        (
            "De groep komt bijeen in P2; daar komen de leden vandaan. "
            "Van D is niet bekend waar die vandaan komt."
        ),
    ]


def test_of_both_limits_the_narrowest_holds() -> None:
    rule = {"rule": "travel", "widest_minutes": 60, "widest_km": 5}
    finding = found(rule, along(52.0, 52.1), ["ab"], choices={"r": {1: (1,)}})
    assert verdicts(finding) == ["too_wide"]
    assert rules()["travel"].model_validate(rule).title(Language.EN) == (
        "Nobody travels further than 5 km and an estimated 60 minutes"
    )
