"""Decisions that were opened again, with who heard of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.decision import Decision
from cohorts.rounds.deciding.told_of import told_of

t = page_words("decision")


def earlier(here: Here, decisions: Sequence[Decision]) -> None:
    """Nothing where there are none."""
    if not decisions:
        return
    told = told_of(here.store, here.actor, here.round)
    st.header(plain(t("earlier")), anchor=False)
    for one in reversed(decisions):
        heard = {t_.person for t_ in told if one.at <= t_.at <= one.reopened_at}
        lines = [
            t(
                "earlier_one",
                number=str(one.proposal_number),
                name=one.signed,
                at=clock(one.at),
                again=clock(one.reopened_at),
                by=one.reopened_by,
            ),
            t("earlier_why", reason=one.reopened_reason) if one.reopened_reason else "",
            t("earlier_told", count=len(heard)) if heard else t("earlier_told_nobody"),
        ]
        st.markdown("- " + " ".join(plain(line) for line in lines if line))
