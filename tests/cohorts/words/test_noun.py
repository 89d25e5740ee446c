"""Plurals and articles of the words a programme uses, checked against a word list by hand."""

from __future__ import annotations

import pytest

from cohorts.words import Language
from cohorts.words.noun import Noun, noun


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("kring", "kringen"),
        ("tafel", "tafels"),
        ("groep", "groepen"),
        ("klas", "klassen"),
        ("cel", "cellen"),
        ("kamer", "kamers"),
        ("paar", "paren"),
        ("makelaar", "makelaars"),
        ("huis", "huizen"),
        ("reis", "reizen"),
        ("team", "teams"),
        ("pilot", "pilots"),
        ("coach", "coaches"),
        ("Master Business Coach", "Master Business Coaches"),
        ("mentor", "mentoren"),
        ("ondernemer", "ondernemers"),
        ("begeleider", "begeleiders"),
        ("deskundige", "deskundigen"),
        ("familie", "families"),
        ("adviseur", "adviseurs"),
        ("community", "community's"),
        ("duo", "duo's"),
        ("samenwerkingspartner", "samenwerkingspartners"),
    ],
)
def test_dutch_plurals(one: str, many: str) -> None:
    assert noun(one, Language.NL).many == many


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("circle", "circles"),
        ("table host", "table hosts"),
        ("class", "classes"),
        ("coach", "coaches"),
        ("company", "companies"),
        ("day", "days"),
    ],
)
def test_english_plurals(one: str, many: str) -> None:
    assert noun(one, Language.EN).many == many


@pytest.mark.parametrize(
    ("word", "neuter"),
    [("kring", False), ("team", True), ("tafeltje", True), ("werkgroep", False), ("lab", True)],
)
def test_which_words_go_with_het(word: str, neuter: bool) -> None:
    assert noun(word, Language.NL).neuter is neuter


def test_what_a_programme_says_goes_first() -> None:
    assert noun("het gilde|gilden", Language.NL) == Noun("gilde", "gilden", neuter=True)
    assert noun("de bond|bonden", Language.NL) == Noun("bond", "bonden")
    assert noun("a person|people", Language.EN) == Noun("person", "people")


def test_one_sits_at_a_table_and_in_a_circle() -> None:
    assert noun("tafel", Language.NL).at == "aan"
    assert noun("table", Language.EN).at == "at"
    assert noun("kring", Language.NL).at == "in"
