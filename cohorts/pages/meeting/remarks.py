"""Remarks that stand, and one on the meeting as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import Words, plain
from cohorts.rounds.meeting.write_down import LONGEST
from cohorts.rounds.minuted import Minute

WIDE = 720


def remarks_so_far(t: Words, remarks: Sequence[Minute]) -> None:
    """Under their heading, which stands there without any too."""
    st.subheader(plain(t("remarks")), anchor=False)
    if remarks:
        lines = [f"- {plain(t('remark_by', text=r.text, name=r.name))}" for r in remarks]
        st.markdown("\n".join(lines))


def on_the_meeting(here: Here, t: Words, remark: Callable[[str], object], *, of: str) -> None:
    """A remark on nobody. ``of``: what the meeting is on."""
    if here.reads_only:
        return
    with st.expander(t("general")):
        st.markdown(plain(t("general_read")))
        with st.form(f"general_{of}", border=False, clear_on_submit=False):
            text = st.text_area(t("general_text"), max_chars=LONGEST, height=96, width=WIDE)
            pressed = st.form_submit_button(t("do_remark"))
        if pressed:
            with acting() as done:
                remark(text)
            if done:
                st.success(plain(t("written")))
