"""How far everybody is, without anything of what they said."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.committee.kept_from_many import kept_from_many
from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import page_words, plain
from cohorts.rounds.balloting.progress import HowFar, progress
from cohorts.rounds.judging.stage_head import Phase, StageHead

t = page_words("committee")
SEATS = page_templates("committee").get_template("seats.html.jinja")


def following(here: Here, head: StageHead) -> Sequence[HowFar]:
    """Draws it, and gives it."""
    far = progress(here.store, here.actor, here.round, head.key)
    st.subheader(plain(t("progress")), anchor=False)
    rows = [
        {"name": one.member.name, "beside": one.member.organisation, "said": how_far(one, head)}
        for one in far
    ]
    st.html(SEATS.render(rows=rows))
    st.markdown(plain(t("progress_about")))
    kept_from_many(here, head)
    return far


def how_far(one: HowFar, head: StageHead) -> str:
    """*12 van 22 beoordeeld*."""
    if one.out:
        return t("far_out")
    if not one.begun:
        return t("far_not_begun")
    if not one.ties:
        return t("far_begun")
    if head.phase is Phase.INTERESTS:
        return t("far_ties")
    return t(_key(one), judged=one.judged, own=one.own)


def _key(one: HowFar) -> str:
    if one.sent:
        return "far_sent_all" if one.judged == one.own else "far_sent"
    if not one.judged:
        return "far_none"
    return "far_all" if one.judged == one.own else "far_judged"
