"""One region per group."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.rules.found import amounts, found, people, verdicts

REGIONS = {"Twente": ("Almelo", "Enschede"), "Salland": ("Raalte",)}
RULE = {"rule": "one_region", "regions": REGIONS, "level": "must"}
WHERE = ["Almelo", "gemeente Enschede", "Raalte", None, "Assen"]


def test_bites() -> None:
    five = people(municipality=WHERE)
    finding = found(RULE, five, ["abc", "de"], choices={"r": {1: (0,), 2: (1,)}})
    # a and b are in Twente, c in Salland; of d nothing is known, e is in no region at all
    assert amounts(finding) == [1, 1]
    assert verdicts(finding) == ["most", "told"]
    assert [g.broken for g in finding.groups] == [True, True]
    assert finding.groups[0].quality == pytest.approx(1 - 1 / 3, abs=0.001)
    assert finding.missing == 1
    rule = rules()["one_region"].model_validate(RULE)
    assert [rule.sentence(group, Language.NL) for group in finding.groups] == [
        "2 van de 3 leden komen uit Twente; niet: C (Raalte).",
        (
            "0 van de 2 leden komen uit Salland. In geen van de regio's: E (Assen). "
            "Van D is de gemeente niet bekend."
        ),
    ]


def test_does_not_bite() -> None:
    five = people(municipality=WHERE)
    finding = found(RULE, five, ["ab", "cd"], choices={"r": {1: (0,), 2: (1,)}})
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["all", "told"]  # of d it is not said that all is well
    assert not any(g.broken for g in finding.groups)


def test_without_a_municipality_the_postcode_or_the_place_tells() -> None:
    three = people(postcode=["7607 AA", None, None], place=[None, "Glanerbrug", "Heino"])
    finding = found(RULE, three, ["abc"], choices={"r": {1: (0,)}})
    assert amounts(finding) == [1]  # Almelo, Enschede; Heino is in Raalte
    assert finding.groups[0].facts["people"] == ("C (Raalte)",)


def test_regions_that_come_along_by_name() -> None:
    rule = rules()["one_region"].model_validate(
        {"rule": "one_region", "regions": ["twente", "Regio Salland"]}
    )
    given = rule.model_dump()["regions"]
    assert list(given) == ["Twente", "Salland"]
    assert len(given["Twente"]) == 14


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["nergens"], "unknown_region"),
        ({"A": ["Nergenshuizen"]}, "municipality"),
        ({"A": ["Bergen"]}, "municipality"),
        ({}, "too_short"),
        ({"A": []}, "too_short"),
    ],
)
def test_what_is_no_region(given: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        rules()["one_region"].model_validate({"rule": "one_region", "regions": given})
    assert code in {error["type"] for error in caught.value.errors()}
