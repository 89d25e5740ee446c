"""Nobody is the only one of a kind in a group."""

from __future__ import annotations

from tests.cohorts.rules.found import amounts, found, people, verdicts


def test_bites() -> None:
    six = people(role=["woman", "woman", "man", "man", "man", None])
    finding = found({"rule": "never_alone", "field": "role", "level": "must"}, six, ["acd", "bef"])
    # acd: woman once (1), man twice (0); bef: woman once (1), man once (1)
    assert amounts(finding) == [1, 2]
    assert verdicts(finding) == ["alone", "several_alone"]
    assert [g.broken for g in finding.groups] == [True, True]
    assert finding.groups[1].facts["people"] == ("B (woman)", "E (man)")
    assert finding.missing == 1


def test_does_not_bite() -> None:
    six = people(role=["woman", "woman", "man", "man", None, "other"])
    rule = {"rule": "never_alone", "field": "role", "values": ["woman", "man"]}
    finding = found(rule, six, ["abef", "cd"])
    # woman twice, man not at all; other is not asked about; cd: man twice
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["kept", "kept"]


def test_somebody_with_several_values_counts_for_each() -> None:
    three = people(themes=[("growth", "export"), ("growth",), ()])
    finding = found({"rule": "never_alone", "field": "themes"}, three, ["abc"])
    # growth twice, export once
    assert dict(finding.groups[0].amounts) == {"r.export": 1, "r.growth": 0}
    assert finding.groups[0].people == ("a",)
