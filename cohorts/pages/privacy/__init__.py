"""The page *Privacy*: what is to be erased now, how long each kind stays, and papers of it."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.organises import organises
from cohorts.pages.privacy.copies import copies
from cohorts.pages.privacy.how_long import how_long
from cohorts.pages.privacy.papers import papers
from cohorts.pages.privacy.to_erase import to_erase
from cohorts.pages.told import page_words
from cohorts.rounds.keeping.due import due_of
from cohorts.rounds.keeping.times_kept import keeping_of

t = page_words("privacy")
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """Draws it; an organiser erases in an archived round too."""
    st.html(STYLE)
    heading(t("head"), t("about"))
    of = (here.store, here.actor, here.round)
    keeping, due = keeping_of(*of), due_of(*of)
    may = organises(here)
    to_erase(here, due, may=may)
    copies(here)
    how_long(here, keeping, due, may=may)
    papers(here, may=may)
    foot(t("after"))
