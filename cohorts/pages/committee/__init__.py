"""The page *Commissie*: the steps of the choice, who judges, and how far they are."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.beginning import beginning
from cohorts.pages.committee.members_part import members_part
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.committee.stage_part import folded_stage, stage_part
from cohorts.pages.committee.stage_planned import may_add, one_more
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_of
from cohorts.rounds.members.member import members_of

t = page_words("committee")


def draw(here: Here) -> None:
    """The step that is under way stands open, with the one thing to do next at the bottom."""
    stages = stages_of(here.store, here.actor, here.round)
    members = members_of(here.store, here.actor, here.round)
    heading(t("head"), t("about"))
    now = _under_way(stages)
    after = stages[stages.index(now) + 1 :] if now else ()
    next_: NextStep | None = None
    if now is None:
        next_ = beginning(here)
    for one in stages[: len(stages) - len(after)]:
        if one is now:
            next_ = stage_part(here, one, members)
        else:
            folded_stage(here, one, members)
    if after or (stages and may_add(here, stages)):
        st.header(plain(t("later")), anchor=False)
    for one in after:
        folded_stage(here, one, members)
    one_more(here, stages, members)
    members_part(here, members, folded=now is not None and now.phase is not Phase.PLANNED)
    _foot(here, next_)


def _under_way(stages: tuple[StageHead, ...]) -> StageHead | None:
    """The first that is not decided; the last where all are."""
    left = [one for one in stages if one.phase is not Phase.DECIDED]
    return next(iter([*left, *stages[-1:]]), None)


def _foot(here: Here, next_: NextStep | None) -> None:
    if next_ is None:
        return
    if not foot(next_.about, next_.button, disabled=next_.disabled):
        return
    if next_.room:
        go(here, next_.room)
    if next_.act is not None:
        with acting() as done:
            next_.act()
        if done:
            st.rerun()
