"""*Verteld*: that whoever is on the telephone heard what was decided."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.tell_somebody import tell_somebody
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.told_of import knows, last_told, told_of
from cohorts.store.keys import PersonKey

t = page_words("find")


def tell_decision(here: Here, person: PersonKey, one: Applicant) -> None:
    """Nothing for who took no part in a decision that stands; folded for who heard it already."""
    of = (here.store, here.actor, here.round)
    seats = decided_seats(*of)
    if here.reads_only or person not in seats:
        return
    heard, seat = last_told(told_of(*of)), seats[person]
    if knows(heard, person, seat):
        with st.expander(t("tell_again"), key=f"tell_again_{heard[person].at}"):
            tell_somebody(here, person, one.id, seat, heard[person])
        return
    st.header(plain(t("tell")), anchor=False)
    tell_somebody(here, person, one.id, seat, heard.get(person))
