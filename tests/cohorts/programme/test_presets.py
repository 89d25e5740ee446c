"""The programmes that come along: each loads, speaks both languages and gives its reasons."""

from __future__ import annotations

import pytest

from cohorts.conditions import Condition
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.rules.rule import Level, Rule
from cohorts.words import Language

NAMES = [
    "bedrijfsontwikkeling",
    "businessversneller",
    "goed-bestuur",
    "groei-ondernemers-challenge",
    "kennissessie",
    "kennistraject",
    "leren-van-elkaar-familie",
    "leren-van-elkaar-innovatie",
    "meeting-minds",
    "move2social",
    "smart-factories",
    "spp-pilot",
]
"""Every programme of the inventory that composes groups."""


def test_every_programme_of_the_inventory_is_there() -> None:
    assert list(presets()) == NAMES


def parts(programme: Programme) -> tuple[Rule | Condition, ...]:
    return (*programme.rules, *programme.conditions)


@pytest.mark.parametrize("name", NAMES)
def test_it_speaks_both_languages(name: str) -> None:
    programme = load_programme(name)
    assert programme.name == name
    assert programme.source
    said = [programme.title, programme.about, *(m.title for m in programme.meetings)]
    words = (programme.words.group, programme.words.coach, programme.words.participant)
    said += [*filter(None, (*words, programme.words.partner, programme.individual))]
    for texts in said:
        assert all(texts[language] for language in Language)
    for part in parts(programme):
        for language in Language:
            assert "{" not in part.title(language)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_and_condition_has_its_reason(name: str) -> None:
    programme = load_programme(name)
    for part in parts(programme):
        for language in Language:
            assert part.reason[language].endswith("."), part.key
        assert part.reason[Language.NL] != part.reason[Language.EN], part.key


def musts(programme: Programme) -> set[str]:
    return {rule.rule for rule in programme.rules if rule.level is Level.MUST}


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("smart-factories", "kennissessie")])
def test_competitors_never_sit_together(name: str) -> None:
    assert "keep_apart" in musts(load_programme(name))


def test_what_the_inventory_says_of_each() -> None:
    def groups(name: str) -> tuple[tuple[int, int], int, str]:
        plan = load_programme(name).groups
        return plan.size, plan.target, plan.places

    assert groups("groei-ondernemers-challenge") == ((10, 10), 10, "exactly 10")
    assert groups("move2social") == ((9, 12), 11, "at most 11")
    assert groups("meeting-minds")[0][1] == 15
    assert groups("spp-pilot")[0] == (8, 8)
    assert groups("leren-van-elkaar-familie")[0][0] == 5
    assert groups("goed-bestuur")[2] == "at most 30"
    assert "family_apart" in musts(load_programme("leren-van-elkaar-familie"))
    assert "company_together" in musts(load_programme("kennistraject"))
    assert "several" in musts(load_programme("meeting-minds"))
    wants = max(load_programme("businessversneller").rules, key=lambda r: r.weight)
    assert wants.rule == "same_question"


def test_their_own_words() -> None:
    def word(name: str, thing: str) -> str:
        return load_programme(name).word(thing, Language.NL)

    assert word("leren-van-elkaar-familie", "group") == "kring"
    assert word("move2social", "coach") == "mentor"
    assert word("move2social", "partner") == "samenwerkingspartner"
    assert word("businessversneller", "group") == "groep"


def test_individual_where_the_inventory_offers_it() -> None:
    offered = [name for name in NAMES if load_programme(name).individual]
    assert offered == ["goed-bestuur", "leren-van-elkaar-familie"]


def test_joint_meetings_of_the_businessversneller() -> None:
    meetings = load_programme("businessversneller").meetings
    assert [m.joint for m in meetings] == [True, *[False] * 6, True]
    weeks = [m.after_weeks for m in meetings]
    assert weeks == [0, 2, 6, 10, 14, 18, 22, 24]
    assert [m.own_day for m in meetings] == [False, *[True] * 6, False]
