"""It is written down that somebody was told what was decided: when, and how."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, Told
from cohorts.store.keys import PersonKey
from cohorts.words.dutch_time import HERE

t = page_words("calls")
NOON = time(12)
WIDE = 640


def tell_somebody(
    here: Here, person: PersonKey, one: ApplicantId, seat: int | None, heard: Told | None
) -> None:
    """Of whom the decision that stands is about, also set aside before groups were made.

    ``seat``: their group by it, None: no place; ``heard``: what they were told last.
    """
    key = f"{person}_{'' if heard is None else heard.at}"
    st.markdown(plain(t("tell_no_place" if seat is None else "tell_group", group=seat)))
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
    if st.button(plain(t("do_tell")), key=f"tell_{person}"):
        earlier = isinstance(day, date) and day != today
        on = datetime.combine(day, NOON, HERE) if earlier else None
        with acting() as done:
            tell(here.store, here.actor, here.round, [one], how or How.PHONE, on=on)
        if done:
            st.rerun()
