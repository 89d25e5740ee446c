"""Whether a copy can be put back, as it was tried last: for whoever runs the installation."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.rounds.drilling.last_drills import last_drills

t = page_words("audit")


def drills(here: Here) -> None:
    """A line each, the newest first; nothing to anybody else."""
    found = last_drills(here.store, here.actor)
    if found is None:
        return
    st.header(plain(t("drills")), anchor=False)
    st.markdown(plain(t("drills_about" if found else "no_drills")))
    lines = [
        t(
            "drill_holds" if one.holds else "drill_broken",
            at=clock(one.at),
            file=one.copy,
            hours=round(one.hours),
            rounds=one.rounds,
        )
        for one in found
    ]
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
