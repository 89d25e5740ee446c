"""What is fixed of a step once it opens, and who judges in it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.stage_said import stage_said
from cohorts.rounds.judging.stage_head import Phase, StageHead
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.members.member import Member, Position

t = page_words("committee")


def fixed(here: Here, plan: StagePlan, title: str = "") -> None:
    """Each thing in a sentence, as the members read it too."""
    if title:
        st.subheader(plain(title), anchor=False)
    st.markdown("\n".join(f"- {plain(one)}" for one in stage_said(plan, here.language)))


def who_judges(here: Here, head: StageHead, members: Sequence[Member]) -> None:
    """By name; and where the plan says who should and nobody is chosen, that."""
    named = set(head.plan.judges)
    names = [one.name for one in members if one.key in named]
    if names:
        st.markdown(plain(t("judges_named", names=", ".join(names))))
        return
    count = sum(one.left_at is None and one.position is not Position.SCREENER for one in members)
    st.markdown(plain(t("judges_all", count=count)))
    by = head.plan.stage.by.get(here.language, "")
    if by and head.phase is Phase.PLANNED:
        st.info(plain(t("judges_by" if members else "judges_by_invite", by=by)))
