"""What is written down at a group: remarks on it, or on one who sits in it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.meeting.remarks import WIDE, remarks_so_far
from cohorts.pages.told import page_words, plain
from cohorts.rounds.conferring.confer import remark_on_group
from cohorts.rounds.conferring.groups_met import GroupMet, GroupsMet
from cohorts.rounds.meeting.write_down import LONGEST
from cohorts.store.keys import ProposalKey

t = page_words("meeting_groups")
WHOLE = ""
"""Among whom a remark may be about: the group itself."""


def group_remarks(here: Here, met: GroupsMet, group: GroupMet) -> None:
    """On the group or on one of it, under those that there are."""
    remarks_so_far(t, group.remarks)
    if here.reads_only:
        return
    key = f"{met.head.key}_{group.number}_{len(group.remarks)}"
    names = {str(one.person): one.applicant.label for one in group.seats if one.applicant}
    with st.expander(t("remark_on"), key=f"remarks_{key}"):
        st.markdown(plain(t("remark_read")))
        about = st.selectbox(
            t("remark_about"),
            [WHOLE, *names],
            format_func=lambda one: names.get(one) or t("whole_group"),
            key=f"about_{key}",
            width=WIDE,
        )
        text = st.text_area(
            t("remark"), key=f"text_{key}", max_chars=LONGEST, height=96, width=WIDE
        )
        if st.button(t("do_remark"), key=f"do_remark_{key}"):
            person = next((s.person for s in group.seats if s.person == about), None)
            with acting() as done:
                of = (here.store, here.actor, here.round, ProposalKey(met.head.key))
                remark_on_group(*of, group=group.number, text=text, person=person)
            if done:
                st.rerun()
