"""It is written down that somebody was told what was decided: when, and how."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import language, page_words, plain
from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.letter import NOT_REFUSED, Outcome
from cohorts.reports.letters.of_decision import letter_to
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
    st.markdown(plain(_decided(here, person, seat)))
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


def _decided(here: Here, person: PersonKey, seat: int | None) -> str:
    """Who waits for a circle or is better helped alone was not turned down."""
    if seat is not None:
        return t("tell_group", group=seat)
    found = letter_to(here.store, here.actor, here.round, person, language())
    letter = None if found is None else found[1]
    if letter is None or letter.outcome not in NOT_REFUSED:
        return t("tell_no_place")
    named = "" if letter.group or letter.outcome is not Outcome.WAITS else "_alone"
    return t(f"tell_{letter.outcome}{named}", group=letter.group)
