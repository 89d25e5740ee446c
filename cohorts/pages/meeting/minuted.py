"""The minutes: all of them, and as a text to take along."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import Words, plain
from cohorts.reports.minutes_text import said
from cohorts.rounds.meeting.minutes_of import MAY_READ, Line
from cohorts.words.dutch_time import dutch_time


def minuted(
    here: Here, t: Words, lines: Iterable[Line], make: Callable[[], str], *, of: str
) -> None:
    """``make``: the text, as it is when it is taken; ``of``: what the meeting is on."""
    shown = [one for one in lines if not one.aside]
    spoken = here.language
    with st.expander(t("minutes", count=len(shown))):
        st.markdown(plain(t("minutes_read")))
        told = [
            f"- {plain(dutch_time(one.minute.at, spoken))}: {plain(said(one, spoken))}"
            for one in shown
        ]
        st.markdown("\n".join(told))
        download(
            here,
            t("take"),
            lambda: make().encode(),
            t("file"),
            mime="text/plain",
            key=f"take_minutes_{of}",
            may=MAY_READ,
        )
