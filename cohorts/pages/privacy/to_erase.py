"""What is to be erased now: of each kind how many and why, and a button that does it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import day
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.keeping.due import Due, erase_due, names_due
from cohorts.rounds.keeping.times_kept import YEARS
from cohorts.words import say

t = page_words("privacy")
AT_ONCE = 20
"""So many names stand in the open; the others are behind a fold."""
ERASED = "privacy_erased"
"""In the session: what was erased just now, in words."""


def to_erase(here: Here, due: Sequence[Due], *, may: bool) -> None:
    """A press counts for what is listed beside it."""
    st.header(plain(t("to_erase")), anchor=False)
    with st.container(key="to_erase"):  # what is below keeps its place, whatever is said here
        if said := st.session_state.pop(f"{ERASED}_{here.round}", ""):
            st.success(plain(t("erased", what=said)))
        now = [one for one in due if one.count]
        st.markdown(plain(t("erase_about") if now else t("nothing_due")))
        for one in now:
            _due(here, one, may=may)


def _due(here: Here, one: Due, *, may: bool) -> None:
    what = say(f"keeping.{one.kind}_due", language(), count=one.count)
    with st.container(key=f"due_{one.kind}", border=True):
        st.markdown(plain(t("due", what=what, since=day(one.since))))
        st.markdown(plain(say(f"keeping.{one.kind}_why", language(), years=YEARS)))
        if may:
            _who(here, one)
        if may and st.button(plain(t("erase")), key=f"erase_{one.kind}_{one.count}"):
            _erase(here, one, what)


def _who(here: Here, one: Due) -> None:
    """By name where everything of somebody goes: nobody gets it back, so it is looked at first."""
    names = names_due(here.store, here.actor, here.round, one.kind)
    if not names:
        return
    st.markdown(plain(t("due_who", people=names[:AT_ONCE])))
    rest = names[AT_ONCE:]
    if rest:
        with st.expander(plain(t("due_more", count=len(rest)))):
            st.markdown(plain(t("due_who", people=rest)))


def _erase(here: Here, one: Due, what: str) -> None:
    with acting() as done, st.spinner(t("erasing")):
        erase_due(here.store, here.actor, here.round, one.kind, listed=one.count)
    if done:
        st.session_state[f"{ERASED}_{here.round}"] = what
        st.rerun()
