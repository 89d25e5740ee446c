"""One has what another lacks."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.rules import rules
from cohorts.rules.measuring import among_few
from cohorts.words import Language
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts

EXPERIENCE = {"rule": "complementary", "field": "experience", "from_value": 10}


def test_it_bites() -> None:
    """ab both have it: nobody lacks it, 1. cd both lack it: 1. e is not known: neither, 2."""
    five = people(experience=[10.0, 20.0, 1.0, 9.9, None])
    finding = found(EXPERIENCE, five, ["ab", "cd", "e"])
    assert amounts(finding) == [1, 1, 2]
    assert verdicts(finding) == ["all", "none", "unknown"]


def test_it_does_not_bite() -> None:
    four = people(experience=[10.0, 1.0, 20.0, 2.0])
    finding = found(EXPERIENCE, four, ["ab", "cd"])
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["kept", "kept"]


def test_without_a_number_the_middle_of_the_round_decides() -> None:
    """The middle of 1, 2, 3 is 2: only above it has somebody more."""
    three = people(experience=[1.0, 2.0, 3.0])
    finding = found({"rule": "complementary", "field": "experience"}, three, ["ab", "c"])
    assert verdicts(finding) == ["none", "all"]


def test_words_count_however_they_are_spelled() -> None:
    rule = rules()["complementary"].model_validate(
        {"rule": "complementary", "key": "r", "field": "role", "values": ["JA"]}
    )
    two = people(role=["ja", "nee"])
    round_ = round_of(two, 1)
    finding = among_few(rule.in_round(round_), two, (), round_)
    assert finding.verdict == "kept"
    assert rule.sentence(finding, Language.NL).endswith("A (ja) tegenover B (nee).")


def test_of_two_of_whom_one_said_nothing_it_does_not_say_that_they_fall_short() -> None:
    rule = rules()["complementary"].model_validate({**EXPERIENCE, "key": "r"})
    two = people(experience=[12.0, None])
    finding = among_few(rule, two, (), round_of(two, 1))
    assert rule.sentence(finding, Language.EN) == "Not known of each of them: experience."


def test_a_number_and_words_at_once_are_refused() -> None:
    with pytest.raises(ValidationError):
        rules()["complementary"].model_validate({**EXPERIENCE, "values": ["ja"]})
