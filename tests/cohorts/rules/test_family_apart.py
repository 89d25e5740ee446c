"""Family in other groups, unless they ask to be together."""

from __future__ import annotations

import re
from dataclasses import replace

from cohorts.rules import rules
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.rules.found import amounts, found, people, relation, verdicts

TOLD = re.compile(r"famil|verzoek|vroeg|asked", re.IGNORECASE)


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


def test_the_words_do_not_say_family_nor_that_anybody_asked() -> None:
    three = people(family=[("B",), (), ()])
    rule = rules()["family_apart"].model_validate({"rule": "family_apart"})
    for groups in (["ab", "c"], ["ac", "b"], ["c", "ab"]):
        for group in found({"rule": "family_apart"}, three, groups).groups:
            said = rule.sentence(group, Language.NL) + rule.sentence(group, Language.EN)
            assert not TOLD.search(said)
    assert not any(TOLD.search(rule.title(language)) for language in Language)
    assert not any(TOLD.search(sentences(language)["report.apart_plain"]) for language in Language)
