"""What happened to somebody, in sentences, the newest first."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.what_it_brings import changes_said
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import plain
from cohorts.rounds.people.history_of import Happened, history_of
from cohorts.store.keys import PersonKey

FEW = 20


def what_happened(here: Here, person: PersonKey) -> None:
    """Nothing where the log knows nothing."""
    told = history_of(here.store, here.actor, here.round, person)
    if not told:
        return
    with st.expander(plain(t("history", count=len(told)))):
        lines = [f"{clock(one.at)} · {one.by}: {_said(one)}" for one in told]
        st.markdown("\n".join(f"- {plain(line)}" for line in lines[:FEW]))
        if len(lines) > FEW and st.toggle(t("list_all", count=len(lines) - FEW), key="history"):
            st.markdown("\n".join(f"- {plain(line)}" for line in lines[FEW:]))


def _said(one: Happened) -> str:
    if one.changes:
        return changes_said(one.changes)
    if "there" in one.said:
        return t(f"happened_{one.said['there']}")
    return t("happened_added" if "added" in one.said else "happened_read")
