"""The page *Wie mag meedoen*: who takes part, who does not and why; who may not sit together."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.eligible.apart import apart
from cohorts.pages.eligible.let_in_part import who_was_let_in
from cohorts.pages.eligible.who_is_in import who_is_in
from cohorts.pages.eligible.who_is_not import who_is_not
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart, taking_part
from cohorts.pages.tied import prepares_tied
from cohorts.pages.told import page_words, plain, trouble
from cohorts.pages.ways import go, way

t = page_words("eligible")
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """Draws it, in the words of the programme."""
    st.html(STYLE)
    heading(t("head"), t("about"))
    try:
        found = taking_part(here)
    except CohortsError as error:  # composing says what is wrong with what is asked
        trouble(error)
        way(here, "composing", t("to_composing"))
        return
    if not found.people.version:
        st.markdown(plain(t("nobody")))
        way(here, "applicants", t("to_applicants"))
        return
    with found.asked.programme.in_own_words():
        _draw(here, found)


def _draw(here: Here, found: TakingPart) -> None:
    prepares_tied(here)
    who_is_in(here, found)
    who_was_let_in(here, found)
    who_is_not(here, found)
    apart(here, found)
    if foot(t("after"), t("to_composing")):
        go(here, "composing")
