"""Members of several kinds in each group."""

from __future__ import annotations

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
