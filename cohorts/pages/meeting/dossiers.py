"""A committee's meeting: one dossier at a time, and what is said of it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.meeting.in_the_room import in_the_room
from cohorts.pages.meeting.minuted import minuted
from cohorts.pages.meeting.one_dossier import done_with, one_dossier
from cohorts.pages.meeting.remarks import on_the_meeting
from cohorts.pages.meeting.written import consulting
from cohorts.pages.told import page_words, plain
from cohorts.reports.minutes_text import minutes_text
from cohorts.rounds.judging.stage_head import RELEASED, Phase, StageHead, stages_of
from cohorts.rounds.meeting.agenda import MEETS_IN, Agenda, Item, agenda
from cohorts.rounds.meeting.in_the_room import attend
from cohorts.rounds.meeting.minutes_of import minutes_of
from cohorts.rounds.meeting.write_down import remark

t = page_words("meeting")
NUMBER = "dossier"
"""Its place in the address: never who it is, for it may be dark."""
LONGEST = 4
"""Digits of such a number."""
FEW, WIDE = 2, 720
"""With fewer others *next* and *previous* are enough."""


def stage_met(here: Here) -> StageHead | None:
    """The last stage that may be talked about."""
    stages = stages_of(here.store, here.actor, here.round)
    return next((one for one in reversed(stages) if one.phase in MEETS_IN), None)


def dossiers(here: Here, head: StageHead) -> None:
    """Those of a stage, under the heading of the page."""
    about = "of_decided" if head.phase is Phase.DECIDED else "of_stage"
    title = head.plan.stage.title[here.language]
    st.markdown(plain(t(about, number=str(head.number), title=title)))
    found = agenda(here.store, here.actor, here.round, head.key)
    of = (here.store, here.actor, here.round, head.key)
    in_the_room(
        here, t, found.members, found.present, lambda who: attend(*of, members=who), of="dossiers"
    )
    if found.first:
        st.markdown(plain(t("first", count=found.first)))
    elif head.phase in RELEASED and not found.votes_open:
        st.markdown(plain(t("votes_hidden")))
    number = _number(len(found.items))
    item = found.items[number - 1] if found.items else None
    if item is not None:
        one_dossier(here, found, number)
        if number > 1 and st.button(t("previous"), key="previous"):
            _to(here, head, item, number - 1)
        chosen = _chosen(found, number)
        if chosen is not None:
            _to(here, head, item, chosen)
    on_the_meeting(here, t, lambda text: remark(*of, text=text), of="dossiers")
    consulting(here, head)
    minuted(
        here,
        t,
        minutes_of(*of).lines,
        lambda: minutes_text(minutes_of(*of), here.language),
        of="dossiers",
    )
    most = len(found.items)
    if item is None or number >= most:
        foot(t("after_last"))
    elif foot(t("after", number=number, count=most), t("next")):
        _to(here, head, item, number + 1)


def _number(most: int) -> int:
    asked = st.query_params.get(NUMBER, "1")
    return (
        min(max(int(asked), 1), max(most, 1)) if asked.isdecimal() and len(asked) <= LONGEST else 1
    )


def _chosen(found: Agenda, number: int) -> int | None:
    """Another place, by the name that stands there; who is dark is not named."""
    names = {
        place: one.applicant.label
        for place, one in enumerate(found.items, 1)
        if one.applicant is not None and place != number
    }
    if len(names) < FEW:
        return None
    return st.selectbox(
        t("go_to"),
        list(names),
        None,
        format_func=lambda place: f"{names[place]} ({place})",
        key=f"go_to_{found.stage.key}_{number}",
        placeholder=t("go_to_type"),
        width=WIDE,
    )


def _to(here: Here, head: StageHead, item: Item, number: int) -> None:
    """Another dossier: with this one they are done."""
    if done_with(here, head, item):
        st.query_params[NUMBER] = str(number)
        st.rerun()
