"""*Verteld*: that whoever is on the telephone heard what was decided."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.tell_somebody import tell_somebody
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.rounds.deciding.decided_seats import decided_aside, decided_seats
from cohorts.rounds.deciding.told_of import knows, last_told, told_of
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey

t = page_words("find")


def tell_decision(here: Here, kept: KeptPeople, person: PersonKey, one: Applicant) -> None:
    """Nothing for whom a decision that stands is not about; folded for who heard it already."""
    of = (here.store, here.actor, here.round)
    seats = decided_seats(*of)
    if here.reads_only or person not in seats.keys() | (decided_aside(*of) & kept.who.keys()):
        return
    heard, seat = last_told(told_of(*of)), seats.get(person)
    if knows(heard, person, seat):
        with st.expander(t("tell_again"), key=f"tell_again_{heard[person].at}"):
            tell_somebody(here, person, one.id, seat, heard[person])
        return
    st.header(plain(t("tell")), anchor=False)
    tell_somebody(here, person, one.id, seat, heard.get(person))
