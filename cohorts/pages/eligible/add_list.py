"""A list of who may not sit together, or wants to: what is new in it stands beside the rest."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import language, page_words, plain
from cohorts.reports.remarked import gathered, line_of
from cohorts.rounds.admitting.add_relations import Added, add_relations

t = page_words("eligible")
KINDS = ["csv", "xlsx"]
SAID = "list_added"
"""Under which what came of the last list is kept while it is shown."""


def add_list(here: Here, now: int) -> None:
    """Read at once. ``now``: the revision; another key after each act, so none is read twice."""
    st.subheader(plain(t("list")), anchor=False)
    st.markdown(plain(t("list_about")))
    given = st.file_uploader(t("do_add_list"), type=KINDS, key=f"list_{here.round}_{now}")
    told: Added | None = st.session_state.pop(SAID, None)
    if told is not None:
        _came_of_it(told)
    if given is None:
        return
    with acting() as done:
        st.session_state[SAID] = add_relations(
            here.store,
            here.actor,
            here.round,
            file=given.name,
            content=given.getvalue(),
            seen=now,
        )
    if done:
        st.rerun()


def _came_of_it(told: Added) -> None:
    st.success(plain(t("list_added", count=told.count, stood=told.stood)))
    for one in gathered(told.remarks, language(), plainly=True):
        st.warning(plain(line_of(one, language())))
