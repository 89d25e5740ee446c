"""The programmes that come along: each loads, speaks both languages and gives its reasons."""

from __future__ import annotations

from datetime import date

import pytest

from cohorts.conditions import Condition
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.round.judgement import Verdict
from cohorts.round.room import Room
from cohorts.round.round import number_of_groups
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
ON = date(2026, 11, 24)


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
    # three meetings a year of at most fifteen, on the best three themes
    assert groups("meeting-minds") == ((6, 15), 15, "at most 45")
    assert groups("spp-pilot") == ((7, 10), 8, "as many as possible")
    # five companies of one manager to ten of three
    assert groups("kennistraject")[0] == (5 * 1, 10 * 3)
    assert groups("leren-van-elkaar-familie")[0][0] == 5
    assert groups("goed-bestuur")[2] == "at most 30"
    assert "family_apart" in musts(load_programme("leren-van-elkaar-familie"))
    assert "company_together" in musts(load_programme("kennistraject"))
    assert {"several", "shared_theme"} <= musts(load_programme("kennistraject"))
    companies = load_programme("kennistraject").rule("companies").model_dump()
    assert (companies["least"], companies["most"]) == (5, 10)
    assert "several" in musts(load_programme("meeting-minds"))
    wants = max(load_programme("businessversneller").rules, key=lambda r: r.weight)
    assert wants.rule == "same_question"


UNEVEN = {"meeting-minds", "smart-factories"}
"""What a group is about decides how many come; their pages say so."""
ONE_GROUP = {"groei-ondernemers-challenge", "move2social"}


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ONE_GROUP])
def test_groups_that_start_together_are_of_one_size_or_the_page_says_otherwise(name: str) -> None:
    programme = load_programme(name)
    even = [rule for rule in programme.rules if rule.rule == "size_balance"]
    otherwise = "hoeven niet even groot te zijn" in programme.about[Language.NL]
    assert bool(even) != (name in UNEVEN)
    assert otherwise == (name in UNEVEN)
    assert all(rule.weight >= 2 for rule in even)


@pytest.mark.parametrize("name", sorted(ONE_GROUP))
def test_where_there_is_one_group_there_is_nothing_to_even_out(name: str) -> None:
    plan = load_programme(name).groups
    assert int(plan.places.rpartition(" ")[2]) < 2 * plan.size[0]


@pytest.mark.parametrize(("n", "groups"), [(150, 3), (45, 3), (38, 3), (30, 2), (12, 1)])
def test_meeting_minds_never_has_more_than_three_meetings(n: int, groups: int) -> None:
    plan = load_programme("meeting-minds").groups
    smallest, largest = plan.size
    found = number_of_groups(
        n,
        smallest=smallest,
        largest=largest,
        target=plan.target,
        places=Room.parse(plan.places),
    )
    assert found == groups


PARTS_OF_A_PROVINCE = {
    "bedrijfsontwikkeling": "Tilburg",
    "kennissessie": "Arnhem",
    "meeting-minds": "Eindhoven",
    "spp-pilot": "Breda",
}
"""Programme of a part of a province → a town elsewhere in that province."""


@pytest.mark.parametrize("name", PARTS_OF_A_PROVINCE)
def test_a_part_of_a_province_is_a_list_of_municipalities(name: str) -> None:
    region = load_programme(name).condition("region")
    away = Applicant(id=ApplicantId("a"), municipality=PARTS_OF_A_PROVINCE[name])
    assert region.judge(away, ON).verdict is Verdict.REFUSED
    (municipalities,) = region.named().values()
    inside = Applicant(id=ApplicantId("b"), municipality=municipalities[-1])
    assert region.judge(inside, ON).verdict is Verdict.MET


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
