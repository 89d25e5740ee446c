"""The roles each group needs."""

from __future__ import annotations

from tests.cohorts.rules.found import amounts, found, people, verdicts

WANTED = {"maker": 2, "school": 1}


def test_bites() -> None:
    five = people(role=["maker", "school", "bank", None, "maker"])
    rule = {"rule": "roles_wanted", "wanted": WANTED, "level": "must"}
    finding = found(rule, five, ["abc", "de"])
    # abc: one maker of two (1 short), the school is there; de: 1 maker short, 1 school short
    assert amounts(finding) == [1, 2]
    assert verdicts(finding) == ["short", "short"]
    assert [g.broken for g in finding.groups] == [True, True]
    assert finding.groups[1].facts["short"] == ("maker (1)", "school (1)")
    assert finding.missing == 1


def test_does_not_bite() -> None:
    # b has two roles and counts for both: two makers, one school
    three = people(extra=[{"rol": "maker"}, {"rol": "maker|school"}, {"rol": "bank"}])
    finding = found({"rule": "roles_wanted", "field": "rol", "wanted": WANTED}, three, ["abc"])
    assert dict(finding.groups[0].amounts) == {"r.maker": 0, "r.school": 0}
    assert verdicts(finding) == ["kept"]
    assert finding.groups[0].facts["roles"] == ("maker (2)", "school (1)")
