"""Who was written just this already gets no letter, unless somebody says so."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from cohorts.pages.told import SPOKEN, plain
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.about import About
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.store.keys import Key, PersonKey
from cohorts.words import Language, say

KNOWS, NEW = PersonKey(Key("a")), PersonKey(Key("b"))
LETTERS = {
    who: Letter(Applicant(id=ApplicantId(who), name=who), Outcome.PLACED) for who in (KNOWS, NEW)
}
POST = Post(About("decision:x"), Sender("Samen"), LETTERS, Language.NL, {})


def shown() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.post.chosen import chosen  # noqa: PLC0415

    st.session_state["picked"] = chosen(*st.session_state["given"])


def page(heard: frozenset[PersonKey], post: Post = POST) -> AppTest:
    app = AppTest.from_function(shown)
    app.session_state["given"] = (post, MailStates({}, 0, heard))
    app.session_state[SPOKEN] = Language.NL
    app.run(timeout=60)
    assert not app.exception
    return app


def test_who_knows_it_is_left_out_and_counted() -> None:
    app = page(frozenset({KNOWS}))
    assert app.session_state["picked"] == (NEW,)
    said = plain(say("page_post.heard", Language.NL, count=1))
    assert said in [one.value for one in app.markdown]
    app.checkbox(key="heard_decision:x").check().run(timeout=60)
    assert app.session_state["picked"] == (KNOWS, NEW)


def test_nothing_is_asked_where_nobody_knows_it() -> None:
    app = page(frozenset())
    assert app.session_state["picked"] == (KNOWS, NEW)
    assert len(app.checkbox) == 1


def test_who_is_not_sure_of_a_place_hears_so_only_where_somebody_chooses_it() -> None:
    waits = replace(LETTERS[NEW], outcome=Outcome.STILL_IN)
    out = replace(LETTERS[KNOWS], outcome=Outcome.NOT_ON)
    app = page(frozenset(), replace(POST, letters={KNOWS: out, NEW: waits}))
    assert app.session_state["picked"] == (KNOWS,)
    app.checkbox(key="to_still_in").check().run(timeout=60)
    assert app.session_state["picked"] == (KNOWS, NEW)
