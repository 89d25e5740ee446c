"""Members of several kinds in each group."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.rules.several import Several
from cohorts.words import Language
from tests.cohorts.rules.found import amounts, found, people, verdicts


def test_bites() -> None:
    six = people(municipality=["Breda", "Breda", None, "Tilburg", "Breda", None])
    finding = found({"rule": "several", "least": 3, "level": "must"}, six, ["abc", "de", "f"])
    # three asked: abc has one (2 short), de has two (1 short), f has none known (3 short)
    assert amounts(finding) == [2, 1, 3]
    assert verdicts(finding) == ["few", "few", "unknown"]
    assert [g.broken for g in finding.groups] == [True, True, True]
    assert finding.missing == 2


def test_does_not_bite() -> None:
    five = people(municipality=["Breda", "Breda", "Tilburg", "Etten-Leur", "Breda"])
    finding = found({"rule": "several"}, five, ["abc", "de"])
    assert amounts(finding) == [0, 0]  # two asked, two in each
    assert verdicts(finding) == ["kept", "kept"]
    assert finding.groups[0].facts["values"] == ("Breda (2)", "Tilburg (1)")


def test_too_many_bite_too() -> None:
    asked = {"rule": "several", "least": 2, "most": 3, "level": "must"}
    six = people(municipality=["Breda", "Tilburg", "Oss", "Goes", "Breda", "Goes"])
    finding = found(asked, six, ["abcde", "f"])
    # abcde has four, of which at most three are asked (1 over); f has one (1 short of two)
    assert amounts(finding) == [1, 1]
    assert verdicts(finding) == ["many", "few"]
    assert [g.quality for g in finding.groups] == [0.75, 0.5]  # 1 - 1/4, 1 - 1/2
    assert [g.broken for g in finding.groups] == [True, True]


def test_up_to_the_most_nothing_bites() -> None:
    three = people(municipality=["Breda", "Tilburg", "Oss"])
    finding = found({"rule": "several", "least": 2, "most": 3, "level": "must"}, three, ["abc"])
    assert (amounts(finding), verdicts(finding)) == ([0], ["kept"])


def test_the_title_names_the_most_where_there_is_one() -> None:
    free, bound = (Several(rule="several", field="company", most=most) for most in (None, 10))
    assert free.title(Language.NL) == "Minstens 2 verschillende: bedrijf"
    assert bound.title(Language.EN) == "From 2 to 10 different: company"


def test_the_most_is_not_below_the_least() -> None:
    with pytest.raises(ValidationError, match="least <= most"):
        Several(rule="several", least=5, most=4)
