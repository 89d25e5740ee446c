"""Sums over everyone who is placed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.rules import rules
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts

PEOPLE = {"rule": "quota", "field": "province", "value": "Drenthe", "most": 2, "level": "must"}
MONEY = {**PEOPLE, "amount": "voucher", "least": 1000, "most": 2000, "unit": "euro"}
PROVINCES = ["Drenthe", "Drenthe", "Drenthe", "Flevoland", None]


def test_bites() -> None:
    five = people(province=PROVINCES)
    finding = found(PEOPLE, five, ["abc", "de"])
    assert finding.overall == {"r": 1}  # three placed from Drenthe, two allowed
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["over", "kept"]  # none of them sits in de
    assert [g.broken for g in finding.groups] == [True, False]
    assert finding.missing == 1
    few = found({**PEOPLE, "least": 2}, five, ["a", "d"])
    assert few.overall == {"r": 1}  # one placed, two asked
    assert verdicts(few) == ["short", "short"]


def test_does_not_bite() -> None:
    five = people(province=PROVINCES)
    finding = found(PEOPLE, five, ["ab", "de"])  # c is not placed
    assert finding.overall == {"r": 0}
    assert verdicts(finding) == ["kept", "kept"]


def test_bites_in_cents() -> None:
    vouchers = [{"voucher": v} for v in ("1500", "1250,50", "-3", "999", "")]
    five = people(province=["Drenthe"] * 3 + ["Flevoland", "Drenthe"], extra=vouchers)
    finding = found(MONEY, five, ["abc", "de"])
    # 1500 + 1250.50 - 2000 = 750.50 euros over; an amount below zero is none, d is from elsewhere
    assert finding.overall == {"r": 75_050}
    assert finding.missing == 2
    assert finding.groups[0].facts["here"] == 2750.5


def test_does_not_bite_in_cents() -> None:
    two = people(province=["Drenthe", "Drenthe"], extra=[{"voucher": "1500"}, {"voucher": "500"}])
    assert found(MONEY, two, ["a", "b"]).overall == {"r": 0}  # 2000 in all, 2000 allowed


def test_one_typical_amount_weighs_as_much_as_a_person() -> None:
    two = people(province=["Drenthe", "Drenthe"], extra=[{"voucher": "1500"}, {"voucher": "500"}])
    rule = rules()["quota"].model_validate({**MONEY, "key": "r", "level": "should"})
    (demand,) = rule.demands(round_of(two, 1))
    assert demand.people == pytest.approx(1 / 100_000)  # on average 1000 euros: 100,000 cents


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="least <= most"):
        rules()["quota"].model_validate({**PEOPLE, "least": 3})
