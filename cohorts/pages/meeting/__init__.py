"""The page *Vergaderen*, for the beamer: one dossier at a time, and what is said of it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.meeting.in_the_room import in_the_room
from cohorts.pages.meeting.one_dossier import one_dossier
from cohorts.pages.meeting.written import consulting, minuted, on_the_meeting
from cohorts.pages.told import page_words, plain
from cohorts.rounds.judging.stage_head import StageHead, stages_of
from cohorts.rounds.meeting.agenda import MEETS_IN, agenda

t = page_words("meeting")
NUMBER = "dossier"
"""Its place in the address: never who it is, for it may be dark."""
LONGEST = 4
"""Digits of such a number."""


def draw(here: Here) -> None:
    """The last stage that may be talked about."""
    stages = [one for one in stages_of(here.store, here.actor, here.round) if one.phase in MEETS_IN]
    heading(t("head"), t("about"))
    if not stages:
        st.markdown(plain(t("nothing")))
        foot(t("after_nothing"))
        return
    head = stages[-1]
    found = agenda(here.store, here.actor, here.round, head.key)
    in_the_room(here, found)
    number = _number(len(found.items))
    if found.items:
        one_dossier(here, head, found.items[number - 1], number, len(found.items))
        _back(number)
    on_the_meeting(here, head)
    consulting(here, head)
    minuted(here, head)
    _on(head, number, len(found.items))


def _number(most: int) -> int:
    asked = st.query_params.get(NUMBER, "1")
    return (
        min(max(int(asked), 1), max(most, 1)) if asked.isdecimal() and len(asked) <= LONGEST else 1
    )


def _back(number: int) -> None:
    if number > 1 and st.button(t("previous"), key="previous"):
        st.query_params[NUMBER] = str(number - 1)
        st.rerun()


def _on(head: StageHead, number: int, most: int) -> None:
    """The next dossier is the one primary button."""
    if number >= most:
        foot(t("after_last"))
    elif foot(t("after", number=number, count=most), t("next"), f"next_{head.key}"):
        st.query_params[NUMBER] = str(number + 1)
        st.rerun()
