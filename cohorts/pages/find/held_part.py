"""Access and erasure: all that is held about somebody, to take along; and all of it erased."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.organises import organises
from cohorts.pages.told import language, page_words, plain
from cohorts.pages.ways import go
from cohorts.people.applicant import Applicant
from cohorts.reports.held_said import held_said
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.erasing.mentions import Mentions, mentions_of
from cohorts.rounds.keeping.copies_left import copies_left
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import Key, PersonKey

t = page_words("find")


def held_part(here: Here, kept: KeptPeople, person: PersonKey, one: Applicant) -> None:
    """Folded away: seldom asked for, and never by a slip."""
    with st.expander(t("held"), key="inzage", bind="query-params") as folded:
        if not folded.open:
            return
        st.markdown(plain(t("access_about")))
        said = language()

        def make() -> bytes:
            held = held_about(here.store, here.actor, here.round, person, said)
            return "\n".join([*held_said(held, said), ""]).encode()

        download(here, t("access"), make, t("access_file"), mime="text/plain", key="access")
        if organises(here):  # also in an archived round
            _erase(here, kept, person, one)


def _erase(here: Here, kept: KeptPeople, person: PersonKey, one: Applicant) -> None:
    found = mentions_of(here.store, here.actor, here.round, person)
    st.markdown(plain(t("erase_about", who=one.name or one.label)))
    notes = _notes(person, found)
    copies = copies_left(here.store, here.actor, here.round).at
    if copies:
        st.warning(plain(t("copies_left", count=len(copies), at=[clock(one) for one in copies])))
    sure = st.checkbox(t("sure", who=one.name or one.label), key=f"sure_{person}")
    if st.button(t("erase"), key=f"erase_{person}", disabled=not sure):
        of = (here.store, here.actor, here.round, person)
        with acting() as done:
            erase_person(*of, notes=notes, seen=kept.revision)
        if done:
            go(here, "find")


def _notes(person: PersonKey, found: Mentions) -> list[Key]:
    """Those about others that name them and are to go along: all, but for what is left out."""
    if found.answered_by:
        st.markdown(plain(t("answered_by", count=found.answered_by)))
    if found.planned:
        st.markdown(plain(t("planned", count=found.planned)))
    if not found.notes:
        return []
    st.markdown(plain(t("notes_name")))
    return [
        one.key
        for one in found.notes
        if st.checkbox(plain(one.text), value=True, key=f"note_{person}_{one.key}")
    ]
