"""Why somebody has no group, in words."""

from __future__ import annotations

import pytest

from cohorts.composing.proposal import Hindrance, NotPlaced
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import load_programme
from cohorts.record.reasons import reason
from cohorts.words import Language

FAMILY = load_programme("leren-van-elkaar-familie")
ANNA = Applicant(id=ApplicantId("1"), name="Anna")


def said(*hindrances: Hindrance, language: Language = Language.NL) -> str:
    return reason(NotPlaced(ANNA, hindrances), FAMILY, language)


@pytest.mark.parametrize(
    ("language", "opens", "rivals"),
    [(Language.NL, "was nog plaats", ", met B en C"), (Language.EN, "was room", ", with B and C")],
)
def test_what_stands_in_the_way_in_one_group_is_one_sentence(
    language: Language, opens: str, rivals: str
) -> None:
    theme = Hindrance("blocked", (1,), "shared_theme")
    apart = Hindrance("blocked", (1,), "keep_apart", ("B", "C"))
    text = said(Hindrance("closed", (2,)), theme, apart, language=language)
    assert text.count(opens) == 1
    titles = [FAMILY.rule(key).title(language) for key in ("shared_theme", "keep_apart")]
    assert f"{titles[0]}; {titles[1]}{rivals}." in text


def test_other_groups_have_a_sentence_of_their_own() -> None:
    text = said(
        Hindrance("blocked", (1, 2), "shared_theme"),
        Hindrance("blocked", (3,), "shared_theme"),
        Hindrance("blocked", (1, 2), "keep_apart", ("B",)),
    )
    assert text.count("was nog plaats") == 2
    assert text.count("kring 1 en 2") == 1


def test_a_full_group_that_could_not_be_anyway_says_so() -> None:
    text = said(Hindrance("full", (2,)), Hindrance("full_blocked", (1, 3), "shared_theme"))
    assert text == (
        "Vol: kring 2. "
        "Vol: kring 1 en 3; en ook met een plaats kan het daar niet, door deze eis: "
        "Een gedeeld thema."
    )
