"""What is written down at a dossier: remarks, and who was consulted."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.meeting.remarks import WIDE, remarks_so_far
from cohorts.pages.told import page_words, plain
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.meeting.agenda import Item
from cohorts.rounds.meeting.write_down import LONGEST, LONGEST_NAME, consult, remark

t = page_words("meeting")


def writing(here: Here, head: StageHead, one: Item) -> None:
    """A remark on this dossier, under those that there are."""
    remarks_so_far(t, one.remarks)
    st.markdown(plain(t("remark_read")))
    if here.reads_only:
        return
    key = f"{one.person}_{len(one.remarks)}"
    text = st.text_area(t("remark"), key=f"remark_{key}", max_chars=LONGEST, height=96, width=WIDE)
    if st.button(t("do_remark"), key=f"do_remark_{key}"):
        with acting() as done:
            remark(here.store, here.actor, here.round, head.key, text=text, person=one.person)
        if done:
            st.rerun()


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
