"""The copies that the program itself made: of when they are, and a button that removes them."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.rounds.keeping.copies_left import copies_left, remove_copies

t = page_words("privacy")


def copies(here: Here) -> None:
    """Nothing where there is none."""
    found = copies_left(here.store, here.actor, here.round)
    if not found.at:
        return
    st.header(plain(t("copies")), anchor=False)
    st.markdown(plain(t("copies_about", count=len(found.at))))
    st.markdown("\n".join(f"- {plain(clock(at))}" for at in found.at))
    if not found.may:
        st.markdown(plain(t("copies_ask")))
        return
    sure = st.checkbox(plain(t("copies_sure")), key=f"copies_sure_{found.at}")
    remove = t("copies_remove", count=len(found.at))
    if st.button(plain(remove), key=f"copies_{found.at}", disabled=not sure):
        with acting() as done:
            remove_copies(here.store, here.actor, found.at)
        if done:
            st.rerun()
