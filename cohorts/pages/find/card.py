"""What whoever has somebody on the telephone needs of them, from top to bottom."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.find.aloud import aloud
from cohorts.pages.find.called import called
from cohorts.pages.find.held_part import held_part
from cohorts.pages.find.sent import sent
from cohorts.pages.find.tell_decision import tell_decision
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.telephone_shown import telephone_shown
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go, way
from cohorts.people.applicant import Applicant
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.keys import PersonKey

t = page_words("find")


def card(here: Here, kept: KeptPeople, person: PersonKey, one: Applicant) -> None:
    """Nothing of it to whom a tie keeps from them."""
    parts = (one.company if one.name else "", one.place)
    heading(one.name or one.label, " · ".join(filter(None, parts)))
    if shown := telephone_shown(one):
        st.markdown(shown)
    tied = instead_of(here.store, here.actor, here.round)
    if tied is not None and person in tied.kept_from:
        key = "away" if tied.names else "away_alone"
        st.info(plain(t(key, names=tied.names)))
        return
    if person not in kept.who:
        st.markdown(plain(t("gone")))
    aloud(here, person)
    sent(here, person)
    called(here, person)
    tell_decision(here, kept, person, one)
    held_part(here, kept, person, one)
    way(here, "applicants", t("to_applicant"), persoon=person)
    if foot(t("after"), t("another")):
        go(here, "find")
