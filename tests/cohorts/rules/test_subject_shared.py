"""What members share, and of whom it is said."""

from __future__ import annotations

import pytest

from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.rules.found import found, people

ABROAD = ("Wij willen exporteren", "Over de grens verkopen", "Buitenlandse klanten", "onze export")
OTHERS = ("te weinig personeel", "een groter pand", "kaas")
RULE = {"rule": "same_question"}


def said(questions: tuple[str, ...], group: str, **more: object) -> str:
    """The sentence of the first of two groups; the rest sits in the second."""
    rest = "".join(c for c in "abcdefg"[: len(questions)] if c not in group)
    columns = {"question": questions, **more}
    finding = found(RULE, people(**columns), [group, rest])  # type: ignore[arg-type]  # columns vary
    rule = rules()["same_question"].model_validate(RULE)
    return rule.sentence(finding.groups[0], Language.NL)


def test_all_is_said_only_of_all() -> None:
    assert said(ABROAD + OTHERS, "abcd") == "Alle 4 leden schrijven over export."


def test_of_most_it_is_said_who() -> None:
    expected = "3 van de 4 leden schrijven over export: A, B en C."
    assert said(ABROAD + OTHERS, "abce") == expected


def test_of_fewer_than_half_it_is_no_claim_about_the_group() -> None:
    told = said(ABROAD + OTHERS, "abefg")
    assert told == "Het meest gedeeld is export: 2 van de 5 leden schrijven erover, A en B."


def test_themes_are_told_where_texts_share_less() -> None:
    themes = [("Export",), ("Export",), ("Export",), (), ("Export",), (), ()]
    told = said(("melk", "gras", "kaas", "hooi", "schepen", "zand", "klei"), "abcd", themes=themes)
    assert told == "3 van de 4 leden noemden ‘Export’: A, B en C."


def test_a_word_is_no_subject() -> None:
    told = said(("melk van koeien", "koeien", "hooi", "zand", "klei", "gras", "turf"), "abc")
    assert told.startswith("2 van de 3 leden gebruiken het woord ‘koeien’: A en B")


def test_where_nothing_is_shared_nothing_is_claimed() -> None:
    told = said(("melk", "hooi", "zand", "klei", "gras", "turf", "kaas"), "abc")
    assert told == "Wij vinden geen onderwerp dat twee leden delen."


@pytest.mark.parametrize(
    ("fields", "title"),
    [(["question"], "Hetzelfde vraagstuk"), (["offer"], "Hetzelfde in: aanbod")],
)
def test_the_title_says_nothing_twice(fields: list[str], title: str) -> None:
    rule = rules()["same_question"].model_validate({**RULE, "fields": fields})
    assert rule.title(Language.NL) == title
