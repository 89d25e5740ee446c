"""The rest of a row: a remark, another day to think until, and what is ticked off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.calls.listed import Listed
from cohorts.pages.here import Here
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.calling.note_call import FURTHEST, LONGEST
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import tick_said
from cohorts.words.dutch_time import HERE

t = page_words("calls")
WIDE = 640


def remark_and_day(who: Listed, until: date) -> tuple[str, date]:
    """What is typed goes along with the tap after it."""
    number = len(who.calls)
    remark = st.text_area(
        t("remark"),
        key=f"remark_{who.person}_{number}",
        max_chars=LONGEST,
        height=96,
        width=WIDE,
    )
    today = datetime.now(HERE).date()
    day = st.date_input(
        t("until"),
        until,
        min_value=today,
        max_value=today + FURTHEST - timedelta(days=1),
        format="DD-MM-YYYY",
        key=f"until_{who.person}_{number}",
        width=WIDE,
    )
    return remark or "", day if isinstance(day, date) else until


def ticks(here: Here, who: Listed, asked: Sequence[str]) -> None:
    """One box each."""
    if not asked:
        return
    st.markdown(plain(t("ticked")))
    for number, name in enumerate(asked):
        on = name in who.ticks
        label = plain(tick_said(name, language()))
        # named by what it was, so that a refused tick stands as it is kept
        key = f"tick_{who.person}_{number}_{on}"
        if st.checkbox(label, value=on, key=key) is not on:
            with acting() as done:
                tick(here.store, here.actor, here.round, who.person, name, on=not on)
            if done:
                st.rerun()
