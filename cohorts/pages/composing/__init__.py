"""The page *Samenstellen*: what is asked of the groups, and what that comes to."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.composing.consequences import consequences
from cohorts.pages.composing.files_part import files_part
from cohorts.pages.composing.groups_part import groups_part
from cohorts.pages.composing.look import look
from cohorts.pages.composing.page import Page, is_told, looked, seen_before, t
from cohorts.pages.composing.people_part import people_part
from cohorts.pages.composing.programme_part import programme_part
from cohorts.pages.composing.rules_part import rules_part
from cohorts.pages.composing.start import start_part
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.tied import prepares_tied
from cohorts.pages.told import plain
from cohorts.pages.ways import way


def draw(here: Here) -> None:
    """Draws it, in the words of the programme."""
    page = looked(here)
    with page.asked.programme.in_own_words():
        _draw(page)


def _draw(page: Page) -> None:
    look()
    heading(t("head"))
    prepares_tied(page.here)
    if seen_before(page) != page.asked.revision and not is_told():
        st.warning(plain(t("changed_elsewhere")))
    if not page.confirmed:
        with st.container(key="first_step"):
            st.markdown(plain(t("first_people")))
            way(page.here, "applicants", t("to_applicants"))
    with st.container(key="beside"):
        asked, comes_to = st.columns([5, 3], gap="large")
    with comes_to:
        consequences(page)
    with asked:
        _asked(page)
    start_part(page)


def _asked(page: Page) -> None:
    st.header(t("programme"), anchor=False)
    programme_part(page)
    st.header(t("groups"), anchor=False)
    groups_part(page)
    st.header(t("who"), anchor=False)
    people_part(page)
    rules_part(page)
    st.header(t("files"), anchor=False)
    files_part(page)
