"""What every letter says that somebody can do who does not agree."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.post.which import WIDE
from cohorts.pages.told import page_words, plain
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.posting.contact import LONGEST as LONGEST_CONTACT
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.remedy import LONGEST, OBJECT, Remedy, remedy_of, set_remedy
from cohorts.rounds.roles import READERS
from cohorts.words import Language

t = page_words("post")


def remedy_part(here: Here) -> None:
    """Folded: it is said once a round."""
    if here.reads_only:
        return
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        seen = revision_of(connection, here.round, OBJECT)
    found = remedy_of(here.store, here.actor, here.round)
    _contact(here, found)
    said = found.said
    with st.expander(t("remedy")):
        st.markdown(plain(t("remedy_about")))
        typed = {
            language: st.text_area(
                t(f"language_{language}"),
                said[language],
                key=f"remedy_{language}_{seen}_{found.contact}",
                max_chars=LONGEST,
                height=96,
                width=WIDE,
            )
            for language in Language
        }
        if st.button(t("keep_remedy"), key=f"remedy_{seen}"):
            with acting() as done:
                set_remedy(here.store, here.actor, here.round, typed, seen=seen)
            if done:
                st.rerun()


def _contact(here: Here, found: Remedy) -> None:
    """Asked in the open where letters would say "call or write", and not where."""
    if found.to_ask:
        st.warning(plain(t("contact_needed")))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            t("contact"),
            found.contact,
            key=f"contact_{found.contact}",
            max_chars=LONGEST_CONTACT,
            width=WIDE,
        )
        pressed = st.button(t("keep_contact"), key=f"keep_contact_{found.contact}")
    if pressed:
        with acting() as done:
            set_contact(here.store, here.actor, here.round, typed or "")
        if done:
            st.rerun()
