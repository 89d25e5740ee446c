"""The call for new members: who is wanted, in the words of the programme, and nothing private."""

from __future__ import annotations

import pytest

from cohorts.outlook.recruit.advice import Advice
from cohorts.outlook.recruit.call_text import to_forward
from cohorts.outlook.recruit.profile import Profile, Trait
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import load_programme
from cohorts.words import Language

NEWCOMERS = tuple(Applicant(id=ApplicantId(f"new{i}")) for i in range(2))
CHARTER = Trait("themes", values=("Familiestatuut",))
LIKELY = (
    Trait("province", values=("Overijssel",)),
    Trait("birth_year", low=1990, high=2000),
    Trait("life_phase", values=("transfer",)),
)


def call(*traits: Trait, language: Language = Language.NL) -> str:
    advice = Advice(possible=False, profiles=(Profile(2, traits),), newcomers=NEWCOMERS)
    programme = load_programme("leren-van-elkaar-familie")
    with programme.in_own_words():
        return to_forward(advice, LIKELY, programme, language, there=3, smallest=5)


def test_who_is_wanted_where_and_for_what() -> None:
    # two are lacking, three are there: 3 + 2 = 5 is the smallest number
    assert call(CHARTER).startswith(
        "Wij zoeken 2 ondernemers uit Overijssel voor een kring over Familiestatuut van "
        "Leren-van-elkaar-kring familiebedrijven (Overijssel). "
        "Er doen al 3 mee; met 5 beginnen we. "
    )


@pytest.mark.parametrize("language", list(Language))
def test_no_year_of_birth_in_public(language: Language) -> None:
    wanted = Trait("birth_year", low=1990, high=2000)
    said = call(wanted, CHARTER, language=language)
    assert "1990" not in said
    assert "2000" not in said


def test_what_is_named_in_the_first_line_is_not_named_again() -> None:
    said = call(CHARTER)
    assert said.count("Familiestatuut") == said.count("uit Overijssel") == 1
    assert "Het past het best bij wie een bedrijf in de fase overdracht heeft." in said


def test_whom_it_suits_is_said_in_sentences_of_this_language() -> None:
    advice = Advice(possible=False, profiles=(Profile(2, (CHARTER,)),), newcomers=NEWCOMERS)
    likely = (
        Trait("availability", values=("dinsdagmiddag", "woensdagochtend")),
        Trait("fte", low=5, high=10),
        Trait("municipality", values=("Zwolle",)),
    )
    programme = load_programme("leren-van-elkaar-familie")
    with programme.in_own_words():
        said = to_forward(advice, likely, programme, Language.EN, there=3, smallest=5)
    assert (
        "whoever is free on Tuesday afternoon or Wednesday morning and comes from Zwolle." in said
    )
    assert said.count("It suits best") == 2
    assert said.count("Zwolle") == 1


def test_no_town_that_nobody_asks_for() -> None:
    """That two of three come from one town keeps nobody else away; a town that is asked does."""
    advice = Advice(possible=False, profiles=(Profile(2, (CHARTER,)),), newcomers=NEWCOMERS)
    town = Trait("municipality", values=("Zwolle",))
    programme = load_programme("leren-van-elkaar-familie")
    with programme.in_own_words():
        said = to_forward(advice, (town, *LIKELY), programme, Language.NL, there=3, smallest=5)
    assert said.startswith("Wij zoeken 2 ondernemers uit Overijssel ")
    assert call(town).startswith("Wij zoeken 2 ondernemers uit Zwolle ")
