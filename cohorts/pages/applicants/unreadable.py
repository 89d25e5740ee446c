"""The file that waits cannot be read with what was said of it: take that back, or the file away."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.acting import acting
from cohorts.pages.applicants.take_file import t
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import trouble
from cohorts.rounds.people.discard import discard


def draw(here: Here, error: CohortsError) -> None:
    """Only what leads out of it."""
    heading(t("reading_head"))
    trouble(error)
    if foot(t("unreadable_next"), t("discard")):
        with acting() as done:
            discard(here.store, here.actor, here.round)
        if done:
            st.rerun()
