"""Templates in the words of a programme; what is filled in, files and options stay as they are."""

from __future__ import annotations

import re

import pytest

from cohorts.rules import rules
from cohorts.words import Language, phrase, say
from cohorts.words.sentences import sentences
from cohorts.words.vocabulary import BARE, BEFORE_NEUTER, INDEFINITE, speak, speaking

NL, EN = Language.NL, Language.EN
TEAM = {"group": {NL: "team", EN: "team"}, "participant": {NL: "ondernemer", EN: "entrepreneur"}}
TABLE = {"group": {NL: "tafel", EN: "table"}}


@pytest.mark.parametrize(
    ("usual", "own"),
    [
        ("De groep en deze groep.", "Het team en dit team."),
        ("Elke groep, dezelfde groep, die groep.", "Elk team, hetzelfde team, dat team."),
        ("In een andere groep; in een gewone groep.", "In een ander team; in een gewoon team."),
        ("De hele groep, van de grootste groep.", "Het hele team, van het grootste team."),
        ("De groepen van deze groep.", "De teams van dit team."),
        ("Elke deelnemer, alle deelnemers.", "Elke ondernemer, alle ondernemers."),
        ("groups.csv, --groups en Groepsgrootte", "groups.csv, --groups en Groepsgrootte"),
    ],
)
def test_the_words_before_it_go_with_the_word(usual: str, own: str) -> None:
    with speaking(TEAM):
        assert phrase(usual, {}, NL) == own
    assert phrase(usual, {}, NL) == usual


def test_english_has_a_or_an() -> None:
    with speaking(TEAM):
        said = phrase("A participant of the group; groups of a group.", {}, EN)
        assert said == "An entrepreneur of the team; teams of a team."


def test_one_and_many_of_what_is_counted() -> None:
    template = "{groups} {groups:groep|groepen} voor {who}"
    with speaking({"group": {NL: "het gilde|gilden"}}):
        assert phrase(template, {"groups": 1, "who": "groep"}, NL) == "1 gilde voor groep"
        assert phrase(template, {"groups": 2, "who": "groepen"}, NL) == "2 gilden voor groepen"


def test_one_sits_at_a_table() -> None:
    with speaking(TABLE):
        assert phrase("Zit in deze groep.", {}, NL) == "Zit aan deze tafel."
        assert phrase("In {group} is plaats.", {"group": "tafel 3"}, NL) == "Aan tafel 3 is plaats."
        assert phrase("Sits in group 2.", {}, EN) == "Sits at table 2."
        assert phrase("In het verslag.", {}, NL) == "In het verslag."


def test_only_as_long_as_it_is_spoken() -> None:
    with speaking({}):
        speak(TABLE)
        assert say("diff.nowhere", NL) == "geen tafel"
        with speaking({}):
            assert say("diff.nowhere", NL) == "geen groep"
    assert say("diff.nowhere", NL) == "geen groep"


@pytest.mark.parametrize("word", ["{x}", "a|b|c", "|", " ", "de ", "\\1", "x[0]", "groep"])
def test_no_word_breaks_a_sentence(word: str) -> None:
    with speaking({"group": {NL: word}}):
        for template in ("De groep.", "{n} {n:groep|groepen}", "In {group}, in deze groep"):
            assert phrase(template, {"n": 2, "group": "kring 1"}, NL)


def templates() -> list[str]:
    found = list(sentences(NL).values())
    for rule in rules().values():
        found += [rule.TITLE[NL], rule.ABOUT[NL], *(text[NL] for text in rule.SENTENCES.values())]
    return found


def test_every_adjective_before_the_word_can_lose_its_e() -> None:
    """``een gewone groep`` is ``een gewoon team``: what stands so in a template is known."""
    before = re.compile(rf"\b(?:{'|'.join(INDEFINITE)}) ([^\W\d]+e) groep\b", re.IGNORECASE)
    found = {word for text in templates() for word in before.findall(text)}
    assert found <= {*BARE, *BEFORE_NEUTER}
    assert found
