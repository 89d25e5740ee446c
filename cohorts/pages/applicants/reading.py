"""How a file is read, told in sentences; what is wrong or unsure in it, mended and answered."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.applicants.columns_of_file import columns_of_file
from cohorts.pages.applicants.faulty import faulty_in_file
from cohorts.pages.applicants.faulty_cells import faulty_cells
from cohorts.pages.applicants.questions import questions
from cohorts.pages.applicants.read_told import facts, noticed
from cohorts.pages.applicants.same_person import same_person
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.what_it_brings import what_it_brings
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.discard import discard
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.rounds.people.mend_in_file import mend_in_file
from cohorts.rounds.people.what_changes import what_changes


def draw(here: Here, dropped: DroppedFile) -> None:
    """From the whole to its parts; nothing is in the round before the button is pressed."""
    heading(t("reading_head"), t("reading_about", file=dropped.file))
    facts(dropped)
    same_person(here, dropped)
    questions(here, dropped)

    def mend(place: str, column: str, text: str) -> None:
        act = here.store, here.actor, here.round
        mend_in_file(*act, int(place), {column: text}, seen=dropped.revision)

    faulty_cells(faulty_in_file(dropped), mend, str(dropped.number))
    complete = what_it_brings(here, dropped)
    noticed(dropped)
    columns_of_file(here, dropped)
    _discard(here, dropped)
    count = what_changes(dropped).then(whole=complete)
    if foot(t("confirm_next", count=count), t("confirm", count=count)):
        with acting() as done, st.spinner(t("confirming")):
            confirm(here.store, here.actor, here.round, complete=complete, seen=dropped.revision)
        if done:
            st.rerun()


def _discard(here: Here, dropped: DroppedFile) -> None:
    if st.button(plain(t("discard")), key="discard", type="tertiary"):
        with acting() as done:
            discard(here.store, here.actor, here.round, seen=dropped.revision)
        if done:
            st.rerun()
