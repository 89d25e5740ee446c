"""The page *Voorzitter*: ties and what they mean, the standing, and a second turn."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.chair.deciding_ties import deciding_ties
from cohorts.pages.chair.new_address import new_address
from cohorts.pages.chair.second_turn import second_turn
from cohorts.pages.chair.standing_seen import standing_seen
from cohorts.pages.chair.ties_listed import ties_listed
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.under import under
from cohorts.pages.ways import LANGUAGE, ROUND
from cohorts.rounds.deciding.outcome_told import Whom
from cohorts.rounds.interests.see_ties import see_ties
from cohorts.rounds.interests.told_ties import TiesList, told_ties
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_of

t = page_words("chair")
STAGE = "stap"
AFTER = {
    Whom.GOES_ON: "after_decided",
    Whom.CAN_BE_PLACED: "after_jointly",
    Whom.TAKES_PART: "after_placed",
}
"""What comes after a decided stage, by whom it came to."""


def draw(here: Here) -> None:
    """One stage at a time; what waits for a ruling comes first."""
    heading(t("head"), t("about"))
    st.html(f'<a href="{_ballot(here)}" data-whole>{t("to_ballot")}</a>')
    opened = [
        one
        for one in stages_of(here.store, here.actor, here.round)
        if one.phase is not Phase.PLANNED
    ]
    if not opened:
        st.markdown(plain(t("nothing")))
        foot(t("after_nothing"))
        return
    head = _chosen(here, opened)
    list_ = told_ties(here.store, here.actor, here.round, head.key)
    if not list_.presides:
        st.info(plain(t("deputy")))
    deciding_ties(here, list_)
    ties_listed(list_)
    told = standing_seen(here, head, presides=list_.presides)
    waits = any(one.waits for one in list_.ties)
    if list_.presides:
        waits = second_turn(here, head) or waits
        new_address(here)
    if told is not None:
        foot(t(AFTER[told.whom]))
    else:
        _foot(here, list_, waits=waits)


def _ballot(here: Here) -> str:
    """Where they vote themselves."""
    return under(f"/stembiljet?{urlencode({LANGUAGE: here.language.value, ROUND: here.round})}")


def _chosen(here: Here, opened: list[StageHead]) -> StageHead:
    """The one in the address; else the one under way, or the last."""
    of = {one.key: one for one in opened}
    left = [one for one in opened if one.phase is not Phase.DECIDED]
    first = st.query_params.get(STAGE, next(iter([*left, opened[-1]])).key)
    if len(of) == 1:
        return opened[0]
    picked = st.selectbox(
        t("which"),
        list(of),
        index=next((n for n, key in enumerate(of) if key == first), 0),
        format_func=lambda key: t(
            "stage", number=of[key].number, title=of[key].plan.stage.title[here.language]
        ),
        key=f"which_{here.round}",
        width=560,
    )
    st.query_params[STAGE] = picked
    return of[picked]


def _foot(here: Here, list_: TiesList, *, waits: bool) -> None:
    """That the list was seen: without it nobody goes on. ``waits``: a decision stands above."""
    if here.reads_only:
        foot(t("after_no_ties"))
    elif not list_.unseen and waits:
        foot(t("after_waits"))
    elif not list_.ties:
        foot(t("after_no_ties"))
    elif not list_.unseen:
        foot(t("after_seen"))
    elif foot(t("after_unseen", count=list_.unseen), t("do_see")):
        with acting() as done:
            lines = [one.line for one in list_.ties]
            see_ties(here.store, here.actor, here.round, list_.stage.key, lines=lines)
        if done:
            st.rerun()
