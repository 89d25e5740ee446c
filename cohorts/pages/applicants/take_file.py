"""A place to drop a file of applicants."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of

t = page_words("applicants")
KINDS = ["csv", "xlsx", "xls", "ods", "json", "txt", "tsv"]


def take_file(here: Here) -> None:
    """What is dropped is read at once, and kept until it is confirmed."""
    seen = people_of(here.store, here.actor, here.round).revision
    # another key after each act: a file that was taken is not taken again
    given = st.file_uploader(t("file_label"), type=KINDS, key=f"file_{here.round}_{seen}")
    if given is None:
        return
    with acting() as done:
        drop(here.store, here.actor, here.round, given.name, given.getvalue(), seen=seen)
    if done:
        st.rerun()
