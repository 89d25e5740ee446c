"""Who went on after a step and why, as it was recorded; the standing behind it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.committee.curve import curve_part
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.standing.standing_part import standing_part, t, why_told
from cohorts.pages.told import plain
from cohorts.pages.uncommitted import uncommitted_after
from cohorts.pages.ways import way
from cohorts.rounds.judging.stage_head import StageHead, stages_of
from cohorts.rounds.standings.standing_of import StageStanding
from cohorts.rounds.standings.who_sees import Sight


def decided_part(here: Here, head: StageHead, standing: StageStanding) -> NextStep:
    """Who looks without seeing the standing sees names alone."""
    joint = head.plan.stage.joint
    st.subheader(plain(t("decided")), anchor=False)
    at = clock(standing.decided_at)
    st.markdown(plain(t("decided_by", name=standing.decided_by, at=at)))
    if standing.kept_from:
        st.markdown(plain(t("without_kept_from")))
    _names(standing)
    _by_people(standing)
    if head.number == len(stages_of(here.store, here.actor, here.round)):
        uncommitted_after(here, standing)
    if standing.sight is not Sight.OUTCOME and st.toggle(t("look"), key=f"standing_{head.key}"):
        standing_part(here, head, standing)
    if not joint:
        return NextStep(t("after_decided"))
    if standing.sight is Sight.OUTCOME:
        way(here, "composing", t("to_composing"))
        return NextStep(t("after_joint"))
    return curve_part(here, head, standing)


def _names(standing: StageStanding) -> None:
    """Without a number where one may be left out: it would not be true."""
    on = [one.name for one in standing.people if one.on]
    out = [one for one in standing.people if not one.on]
    if standing.sight is Sight.OUTCOME:
        lines = [t("these_on", people=on)] if on else []
        lines += [t("these_not", people=[one.name for one in out])] if out else []
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
        return
    st.markdown(plain(t("went_on", people=on, count=len(on)) if on else t("nobody_goes_on")))
    grounds: dict[str, list[str]] = {}
    for one in out:
        grounds.setdefault(why_told(one), []).append(one.name)
    if out:
        lines = [t("ground", why=why, people=people) for why, people in grounds.items()]
        st.markdown(plain(t("not_went_on", count=len(out))))
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _by_people(standing: StageStanding) -> None:
    """Whom people decided otherwise on, and why."""
    lines = [
        t("because_in" if one.on else "because_out", name=one.name, reason=one.reason)
        for one in standing.people
        if one.on is not one.counted and one.reason
    ]
    if lines:
        st.markdown(plain(t("changed", count=len(lines))))
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
