"""The page *Bellijst*: everybody by name, with telephone, and what each call came to."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.pages.calls.asked_part import asked_part
from cohorts.pages.calls.listed import everybody
from cohorts.pages.calls.one_row import one_row
from cohorts.pages.calls.whom import whom
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.people.telephone import telephone
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.ticks_asked import ticks_asked
from cohorts.rounds.people.kept_people import people_of

t = page_words("calls")
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"
A_PAGE = 20


def draw(here: Here) -> None:
    """Draws it; before there are people, where to begin."""
    st.html(STYLE)
    kept = people_of(here.store, here.actor, here.round)
    if not kept.version:
        heading(t("head"), t("about"))
        st.markdown(plain(t("nobody_yet")))
        way(here, "applicants", t("to_applicants"))
        foot(t("after_nobody"))
        return
    heading(t("head"), t("about"))
    asked = ticks_asked(here.store, here.actor, here.round)
    people = everybody(here, kept)
    numbers = any(telephone(one.one) for one in people)
    if not numbers:
        st.markdown(plain(t("no_telephones")))
    found, choice = whom(people, asked)
    pages = -(-len(found) // A_PAGE)
    # another choice begins at its first page
    at = st.pagination(pages, key=f"blad_{choice}") if pages > 1 else 1
    for one in found[(at - 1) * A_PAGE : at * A_PAGE]:
        one_row(here, one, asked, numbers=numbers)
    if not here.reads_only:
        asked_part(here, asked)
    sure = sum(one.state is Called.COMMITTED for one in people)
    foot(t("after", count=sure) if sure else t("after_none"))
