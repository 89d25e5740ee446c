"""*Haal uit de ronde*: asked of whoever said that they do not take part and is still in it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.keys import PersonKey

t = page_words("calls")


def leave_round(here: Here, person: PersonKey, revision: int, *, seated: bool) -> None:
    """``revision``: of who is in the round; ``seated``: took part in the decision that stands."""
    st.markdown(plain(t("leaves_seated" if seated else "leaves")))
    if st.button(plain(t("do_leave")), key=f"leave_{person}"):
        with acting() as done:
            withdraw(here.store, here.actor, here.round, person, seen=revision)
        if done:
            st.rerun()
