"""*Delen*: for whom; and only that reader's page is made."""

from __future__ import annotations

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.with_names import logged, with_names
from cohorts.record.group_name import group_name
from cohorts.reports.sharing import Audience, Sharing
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches

t = page_words("decision")
HEIGHT = 640
WIDE = 560
"""Pixels of a field."""


def sharing(
    here: Here,
    proposal: Proposal,
    stamp: Stamp,
    start: Start | None,
    coaches: Coaches = NOBODY,
) -> None:
    """The reader, in one line what is in their page and what is not, the files and a look at it.

    ``start``: the first day, where somebody said so: for readers who come to the meetings.
    """
    coach = proposal.programme.word("coach", here.language)
    asked = st.radio(
        plain(t("for")),
        list(Audience),
        format_func=lambda one: plain(t(f"for_{one}", coach=coach)),
        key="share_for",
    )
    picked = asked or Audience.FACILITATOR
    groups = list(proposal.composition.groups)
    group = 0
    if picked.of_group and groups:
        group = st.selectbox(
            t("which_group"),
            groups,
            format_func=lambda number: group_name(proposal, number, here.language),
            key="share_group",
            width=WIDE,
        )
    st.markdown(plain(t(f"holds_{picked}")))
    if picked.of_group and not groups:
        return
    comes = picked.of_group or picked is Audience.SELF
    made = Sharing(proposal, picked, stamp, here.language, group, start if comes else None, coaches)
    with st.container(horizontal=True):
        for file in made.files():
            key = f"share_{file.kind}_{picked}_{group}"
            make = logged(here, file.make, file.name, named=picked is not Audience.SELF)
            download(here, t(f"take_{file.kind}"), make, file.name, mime=file.mime, key=key)
        if (one := made.under_password()) is not None:
            key = f"share_{one.kind}_{picked}_{group}"
            with_names(here, t(f"take_{one.kind}"), one.make, one.name, key=key)
    if picked is not Audience.SELF and st.toggle(t("look"), key="share_look"):
        st.iframe(made.page(), height=HEIGHT, alt=t("look"))
