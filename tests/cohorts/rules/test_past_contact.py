"""People who met before: apart again, or together."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.rules import rules
from tests.cohorts.rules.found import amounts, found, people, relation, verdicts

MET = [relation("a", "b", "met"), relation("c", "d", "met"), relation("a", "c", "knows")]


def test_bites() -> None:
    five = people(fte=[1, 2, 3, 4, 5])
    finding = found({"rule": "past_contact"}, five, ["abe", "cd"], relations=MET)
    assert amounts(finding) == [1, 1]  # a pair each
    assert verdicts(finding) == ["again", "again"]
    assert [g.quality for g in finding.groups] == [0.333, 0.0]  # 1 of 3, and none, is new to all
    assert [g.broken for g in finding.groups] == [False, False]
    must = found({"rule": "past_contact", "level": "must"}, five, ["abe", "cd"], relations=MET)
    assert [g.broken for g in must.groups] == [True, True]


def test_does_not_bite() -> None:
    five = people(fte=[1, 2, 3, 4, 5])
    finding = found({"rule": "past_contact"}, five, ["ac", "bde"], relations=MET)
    assert amounts(finding) == [0, 0]  # a and c only know each other, which was not asked
    assert verdicts(finding) == ["new", "new"]


def test_rather_together_bites() -> None:
    five = people(fte=[1, 2, 3, 4, 5])
    rule = {"rule": "past_contact", "wish": "prefer", "kinds": ["met", "knows"]}
    finding = found(rule, five, ["abc", "de"], relations=MET)
    # two of three pairs: - 2 x 10^6 // 3 members, rounded down
    assert amounts(finding) == [-666_667, 0]
    assert verdicts(finding) == ["met", "new"]
    assert [g.quality for g in finding.groups] == [1.0, 0.0]  # d's only acquaintance is elsewhere


def test_rather_together_is_never_a_must() -> None:
    with pytest.raises(ValidationError, match="wish"):
        rules()["past_contact"].model_validate(
            {"rule": "past_contact", "wish": "prefer", "level": "must"}
        )
