"""The minutes of what was talked about, and who was consulted, step by step to take along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.minutes_text import minutes_text
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.meeting.minutes_of import MAY_READ, minutes_of

t = page_words("audit")


def minutes(here: Here) -> None:
    """Of every step on which something was written down."""
    st.header(plain(t("minutes")), anchor=False)
    of = (here.store, here.actor, here.round)
    found = [one for one in stages_of(*of) if minutes_of(*of, one.key).lines]
    st.markdown(plain(t("minutes_about") if found else t("no_minutes")))
    for one in found:
        number = str(one.number)
        download(
            here,
            t("take_minutes", number=number, title=one.plan.stage.title[here.language]),
            partial(_text, here, one.key),
            t("minutes_name", number=number),
            mime="text/plain",
            key=f"minutes_{number}",
            may=MAY_READ,
        )


def _text(here: Here, stage: StageKey) -> bytes:
    """As they are when they are taken."""
    found = minutes_of(here.store, here.actor, here.round, stage)
    return minutes_text(found, here.language).encode()
