"""How often people decided otherwise: than was counted, and than was computed."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.decision import Decision, decisions_of
from cohorts.rounds.standings.deviated import StageDeviation, deviations_of

t = page_words("audit")


def deviations(here: Here) -> None:
    """Of every stage that is decided, and of every decision; nowhere at all is told too."""
    st.header(plain(t("deviated")), anchor=False)
    st.markdown(plain(t("deviated_about")))
    stages = deviations_of(here.store, here.actor, here.round)
    decisions = decisions_of(here.store, here.actor, here.round)
    if not stages and not decisions:
        st.markdown(plain(t("nothing_decided")))
        return
    for stage in stages:
        _of_stage(here, stage)
    for one in decisions:
        st.markdown(f"- {plain(_of_decision(one))}")
    if not any(one.count for one in stages) and not any(one.deviation.any for one in decisions):
        st.warning(plain(t("never")))


def _of_stage(here: Here, one: StageDeviation) -> None:
    title = one.stage.plan.stage.title[here.language]
    facts = {"number": str(one.stage.number), "title": title, "came": one.came}
    key = "of_stage_uncounted" if one.uncounted else "of_stage"
    st.markdown(f"- {plain(t(key, count=one.count, **facts))}")
    if one.changed:
        with st.expander(t("which", number=facts["number"])):
            in_ = "in_uncounted" if one.uncounted else "in"
            lines = [
                t(in_ if other.on else "out", name=other.name, reason=other.reason or t("erased"))
                for other in one.changed
            ]
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _of_decision(one: Decision) -> str:
    far = one.deviation
    facts = {"number": str(one.number), "proposal": str(one.proposal_number)}
    said = [t("of_decision", count=far.moved, people=far.people, **facts)]
    if far.reasons:
        said.append(t("let_go", count=far.reasons))
    said.append(t("choice", count=far.choice))
    return " ".join(said)
