"""Who organises reads all offers of help, by whom they are for, with the letters of a decision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.pages.told import SPOKEN, plain
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.about import About
from cohorts.rounds.standings.offers_of_help import Helper
from cohorts.store.keys import Key, PersonKey
from cohorts.words import Language, say

NOTE = "een *gesprek* <b>over geld</b>"
BEA, CAS = Helper("Bea", "De Bank", NOTE), Helper("Cas", "")


def letter(name: str, outcome: Outcome, *helpers: Helper) -> Letter:
    return Letter(Applicant(id=ApplicantId(name), company=name), outcome, helpers=helpers)


def post(*letters: Letter) -> Post:
    by_person = {PersonKey(Key(one.to.id)): one for one in letters}
    return Post(About("decision:x"), Sender("Samen"), by_person, Language.NL, {})


def shown() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.post.helping import helping  # noqa: PLC0415

    helping(st.session_state["given"])


def page(given: Post, language: Language = Language.NL) -> AppTest:
    app = AppTest.from_function(shown)
    app.session_state["given"], app.session_state[SPOKEN] = given, language
    app.run(timeout=60)
    assert not app.exception
    return app


@pytest.mark.parametrize("language", Language)
def test_every_offer_is_listed_placed_or_not(language: Language) -> None:
    anker = letter("Anker BV", Outcome.PLACED, BEA, CAS)
    berk = replace(letter("Berk", Outcome.NOT_PLACED, CAS), written="Zelf geschreven.")
    app = page(post(berk, anker, letter("Cedel", Outcome.PLACED)), language)
    (part,) = app.expander
    assert part.label == say("page_post.helping", language, count=3)
    bea = say("letter.helper_of", language, name="Bea", organisation="De Bank")
    lines = [
        say("page_post.helps_with", language, who=bea, whom="Anker BV", note=NOTE),
        say("page_post.helps", language, who="Cas", whom="Anker BV"),
        say("page_post.helps", language, who="Cas", whom="Berk"),
    ]
    assert app.markdown[-1].value == "\n".join(f"- {plain(line)}" for line in lines)


def test_nothing_stands_there_where_nobody_offered_any() -> None:
    assert not page(post(letter("Anker BV", Outcome.PLACED))).expander
