"""The page *Vergaderen*, for the beamer: dossiers or groups, one at a time, and what is said."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from cohorts.errors import RefusedError
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.meeting.dossiers import dossiers, stage_met
from cohorts.pages.meeting.groups import groups
from cohorts.pages.told import page_words, plain, trouble
from cohorts.rounds.conferring.groups_met import GroupsMet, groups_met
from cohorts.rounds.judging.stage_head import Phase, StageHead

ABOUT = "over"
t = page_words("meeting")


class About(StrEnum):
    """What is talked about, as the address calls it."""

    DOSSIERS = "dossiers"
    GROUPS = "groepen"


def draw(here: Here) -> None:
    """Dossiers until it is decided who go on; then the groups, once any are proposed."""
    head = stage_met(here)
    try:
        met = groups_met(here.store, here.actor, here.round)
    except RefusedError as refused:
        heading(t("head"), t("about"))
        trouble(refused)
        if head is not None:
            dossiers(here, head)
        else:
            foot(t("after_nothing"))
        return
    about = _about(head, met)
    if about is About.GROUPS and met is not None:
        heading(t("head"), t("about_groups"))
        _choice(head, about)
        groups(here, met)
    elif head is not None:
        heading(t("head"), t("about"))
        if met is not None:
            _choice(head, about)
        dossiers(here, head)
    else:
        heading(t("head"), t("about_any"))
        st.markdown(plain(t("nothing")))
        foot(t("after_nothing"))


def _about(head: StageHead | None, met: GroupsMet | None) -> About:
    """What the address asks, where that is there."""
    if head is None or met is None:
        return About.DOSSIERS if met is None else About.GROUPS
    asked = st.query_params.get(ABOUT)
    if asked in tuple(About):
        return About(asked)
    return About.GROUPS if head.phase is Phase.DECIDED else About.DOSSIERS


def _choice(head: StageHead | None, about: About) -> None:
    """Only where both are there."""
    if head is None:
        return
    picked = st.radio(
        t("choice"),
        list(About),
        list(About).index(about),
        format_func=lambda one: t(f"choice_{one}"),
        key=f"about_{about}",
        horizontal=True,
    )
    if picked is not None and picked != about:
        st.query_params[ABOUT] = picked.value
        st.rerun()
