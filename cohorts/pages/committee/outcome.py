"""A step whose vote is closed: what it came to, who goes on, and why."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.committee.outcome_decided import decided_part
from cohorts.pages.committee.outcome_deciding import deciding_part
from cohorts.pages.here import Here
from cohorts.pages.standing.standing_part import standing_part, t
from cohorts.pages.told import plain
from cohorts.rounds.judging.stage_head import Phase, StageHead
from cohorts.rounds.standings.standing_of import StageStanding, standing_of
from cohorts.rounds.standings.who_sees import Sight


def draw(here: Here, head: StageHead) -> NextStep | None:
    """As much as whoever looks may see; gives what is to be done next, None: nothing by them."""
    standing = standing_of(here.store, here.actor, here.round, head.key)
    if standing.sight is Sight.NOTHING:
        _nothing(standing)
        return None
    if head.phase is Phase.DECIDED:
        return decided_part(here, head, standing)
    standing_part(here, head, standing)
    return None if here.reads_only else deciding_part(here, head, standing)


def _nothing(standing: StageStanding) -> None:
    """That it is closed; where a tie keeps them from it, who decides instead."""
    if not standing.kept_from:
        st.info(plain(t("members_wait")))
        return
    key = "kept_from" if standing.instead else "kept_from_all"
    st.info(plain(t(key, names=standing.instead)))
