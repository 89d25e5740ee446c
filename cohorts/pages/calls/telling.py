"""It is written down that somebody was told what was decided: when, and how."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.calls.listed import Listed
from cohorts.pages.calls.opened import WIDE
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How
from cohorts.words.dutch_time import HERE

t = page_words("calls")
NOON = time(12)


def telling(here: Here, who: Listed) -> None:
    """Nothing for who took no part in a decision that stands."""
    if not who.seated:
        return
    key = f"{who.person}_{'' if who.heard is None else who.heard.at}"
    st.markdown(plain(t("tell_no_place" if who.seat is None else "tell_group", group=who.seat)))
    how = st.radio(
        plain(t("how")),
        (How.PHONE, How.IN_PERSON, How.EMAIL, How.LETTER),
        format_func=lambda one: plain(t(f"how_{one}")),
        key=f"how_{key}",
        horizontal=True,
    )
    today = datetime.now(HERE).date()
    day = st.date_input(
        t("on"), today, max_value=today, format="DD-MM-YYYY", key=f"on_{key}", width=WIDE
    )
    if st.button(plain(t("do_tell")), key=f"tell_{who.person}"):
        earlier = isinstance(day, date) and day != today
        on = datetime.combine(day, NOON, HERE) if earlier else None
        with acting() as done:
            tell(here.store, here.actor, here.round, [who.one.id], how or How.PHONE, on=on)
        if done:
            st.rerun()
