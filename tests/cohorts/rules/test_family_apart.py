"""Family in other groups, unless they ask to be together."""

from __future__ import annotations

from dataclasses import replace

from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.rules.found import amounts, found, people, relation, verdicts


def test_bites() -> None:
    four = people(family=[(), (), ("D b.v.",), ()])
    kin = [relation("a", "b", "family")]
    finding = found({"rule": "family_apart"}, four, ["ab", "cd"], relations=kin)
    assert amounts(finding) == [1, 1]  # a and b by their relation, c named the company of d
    assert verdicts(finding) == ["broken", "broken"]
    assert [g.broken for g in finding.groups] == [True, True]


def test_does_not_bite() -> None:
    four = people(family=[("B",), (), ("D",), ()])
    asked = [relation("b", "a", "together"), relation("c", "d", "none")]
    finding = found({"rule": "family_apart"}, four, ["ab", "cd"], relations=asked)
    assert amounts(finding) == [0, 0]  # the one pair asked for it, the other was let go
    assert verdicts(finding) == ["nobody", "nobody"]


def test_a_name_that_fits_nobody_or_several_says_nothing() -> None:
    a, b, c = people(family=[("Jansen", "De Wit"), (), ()])
    jansens = (a, replace(b, name="Jansen"), replace(c, company="Jansen B.V."))
    assert amounts(found({"rule": "family_apart"}, jansens, ["abc"])) == [0]
    one = (a, replace(b, name="jansen"), c)
    assert amounts(found({"rule": "family_apart"}, one, ["abc"])) == [1]


def test_the_words_do_not_say_family() -> None:
    three = people(family=[("B",), (), ()])
    rule = rules()["family_apart"].model_validate({"rule": "family_apart"})
    for groups in (["ab", "c"], ["ac", "b"], ["c", "ab"]):
        for group in found({"rule": "family_apart"}, three, groups).groups:
            said = rule.sentence(group, Language.NL) + rule.sentence(group, Language.EN)
            assert "famil" not in said.lower()
    assert all("famil" not in rule.title(language).lower() for language in Language)
