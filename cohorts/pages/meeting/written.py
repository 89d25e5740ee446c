"""What is written down: remarks, who was consulted, and the minutes to take along."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.minutes_text import minutes_text, said
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.meeting.agenda import MAY_MEET, Item
from cohorts.rounds.meeting.minutes_of import minutes_of
from cohorts.rounds.meeting.write_down import LONGEST, LONGEST_NAME, consult, remark
from cohorts.words.dutch_time import dutch_time

t = page_words("meeting")
WIDE = 720


def writing(here: Here, head: StageHead, one: Item) -> None:
    """A remark on this dossier, under those that there are."""
    st.subheader(plain(t("remarks")), anchor=False)
    st.markdown(plain(t("remark_read")))
    if one.remarks:
        lines = [f"- {plain(t('remark_by', text=r.text, name=r.name))}" for r in one.remarks]
        st.markdown("\n".join(lines))
    if here.reads_only:
        return
    key = f"{one.person}_{len(one.remarks)}"
    text = st.text_area(t("remark"), key=f"remark_{key}", max_chars=LONGEST, height=96, width=WIDE)
    if st.button(t("do_remark"), key=f"do_remark_{key}"):
        with acting() as done:
            remark(here.store, here.actor, here.round, head.key, text=text, person=one.person)
        if done:
            st.rerun()


def on_the_meeting(here: Here, head: StageHead) -> None:
    """A remark on nobody."""
    if here.reads_only:
        return
    with st.expander(t("general")):
        st.markdown(plain(t("general_read")))
        with st.form("general", border=False, clear_on_submit=False):
            text = st.text_area(t("general_text"), max_chars=LONGEST, height=96, width=WIDE)
            pressed = st.form_submit_button(t("do_remark"))
        if pressed:
            with acting() as done:
                remark(here.store, here.actor, here.round, head.key, text=text)
            if done:
                st.success(plain(t("written")))


def consulting(here: Here, head: StageHead) -> None:
    """Somebody from outside, such as a municipality: on record, and in no count."""
    if here.reads_only:
        return
    with st.expander(t("consult")):
        st.markdown(plain(t("consult_about")))
        with st.form("consulting", border=False):
            whom = st.text_input(t("consult_whom"), max_chars=LONGEST_NAME, width=WIDE)
            text = st.text_area(t("consult_text"), max_chars=LONGEST, height=96, width=WIDE)
            pressed = st.form_submit_button(t("do_consult"))
        if pressed:
            with acting() as done:
                consult(here.store, here.actor, here.round, head.key, whom=whom, text=text)
            if done:
                st.success(plain(t("written")))


def minuted(here: Here, head: StageHead) -> None:
    """All of it, and as a text to take along."""
    found = minutes_of(here.store, here.actor, here.round, head.key)
    here_shown = [one for one in found.lines if not one.aside]
    with st.expander(t("minutes", count=len(here_shown))):
        st.markdown(plain(t("minutes_read")))
        spoken = here.language
        lines = [
            f"- {plain(dutch_time(one.minute.at, spoken))}: {plain(said(one, spoken))}"
            for one in here_shown
        ]
        st.markdown("\n".join(lines))
        download(
            here,
            t("take"),
            lambda: _text(here, head),
            t("file"),
            mime="text/plain",
            key="take_minutes",
            may=MAY_MEET,
        )


def _text(here: Here, head: StageHead) -> bytes:
    """As it is when it is taken."""
    found = minutes_of(here.store, here.actor, here.round, head.key)
    name = next(one.name for one in rounds_of(here.store, here.actor) if one.key == here.round)
    return minutes_text(found, name, here.language).encode()
