"""That somebody was let in although a condition says no, on their card."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.applicants.take_file import t
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import plain
from cohorts.rounds.admitting.let_in_of import let_in_of
from cohorts.store.keys import PersonKey


def let_in_line(here: Here, person: PersonKey) -> None:
    """With the reason, by whom and when."""
    one = let_in_of(here.store, here.actor, here.round).get(person)
    if one is not None:
        reason = one.reason.rstrip(" .")
        st.info(plain(t("let_in", reason=reason, by=one.by, at=clock(one.at))))
