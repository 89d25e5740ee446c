"""Somebody with experience in every group, and not too many of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.cohorts.rules.found import amounts, found, people, verdicts

RULE = {"rule": "experienced_among", "from_value": 10, "least": 1, "most": 2, "level": "must"}


def test_bites() -> None:
    seven = people(experience=[12, 10, 30, 2, 3, 9.9, None])
    finding = found(RULE, seven, ["abcd", "efg"])
    # abcd: three from 10 up, two allowed (1 over); efg: none, one asked (1 short)
    assert amounts(finding) == [1, 1]
    assert verdicts(finding) == ["many", "few"]
    assert [g.broken for g in finding.groups] == [True, True]
    assert finding.missing == 1


def test_does_not_bite() -> None:
    six = people(experience=[12, 10, 2, 3, 10, None])
    finding = found(RULE, six, ["abc", "def"])
    # abc: two, two allowed; def: one (exactly 10 counts), one asked
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["kept", "kept"]
    assert finding.groups[1].people == ("e",)


def test_bounds_that_ask_nothing_are_refused() -> None:
    two = people(experience=[1, 2])
    for bounds in ({"least": 0, "most": None}, {"least": 3, "most": 2}):
        with pytest.raises(ValidationError):
            found({**RULE, **bounds}, two, ["ab"])
