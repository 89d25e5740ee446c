"""Who went on after a step and why, as it was recorded; the standing behind it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.committee.curve import curve_part
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.standing.standing_part import because_in, standing_part, t, why_told
from cohorts.pages.told import plain
from cohorts.pages.uncommitted import uncommitted_after
from cohorts.pages.ways import way
from cohorts.rounds.judging.stage_head import StageHead, stages_of
from cohorts.rounds.standings.standing_of import StageStanding, Stood
from cohorts.rounds.standings.who_sees import Sight


def decided_part(here: Here, head: StageHead, standing: StageStanding) -> NextStep:
    """Who looks without seeing the standing sees names alone."""
    joint = head.plan.stage.joint
    st.subheader(plain(t("decided_joint" if joint else "decided")), anchor=False)
    at = clock(standing.decided_at)
    st.markdown(plain(t("decided_by", name=standing.decided_by, at=at)))
    if standing.kept_from:
        st.markdown(plain(t("without_kept_from")))
    _names(standing)
    is_last = head.number == len(stages_of(here.store, here.actor, here.round))
    if is_last:
        uncommitted_after(here, standing)
    if standing.sight is not Sight.OUTCOME and st.toggle(t("look"), key=f"standing_{head.key}"):
        standing_part(here, head, standing)
    if not joint and is_last:
        return NextStep(t("after_last"), t("to_composing"), room="composing")
    if not joint:
        return NextStep(t("after_decided"))
    if standing.sight is Sight.OUTCOME:
        way(here, "composing", t("to_composing"))
        return NextStep(t("after_joint"))
    return curve_part(here, head, standing)


def _names(standing: StageStanding) -> None:
    """Without a number where one may be left out: it would not be true."""
    on = [one for one in standing.people if one.on]
    out = [one for one in standing.people if not one.on]
    if standing.sight is Sight.OUTCOME:
        _lines([t("these_on", people=_called(on))] if on else [])
        _lines([t("these_not", people=_called(out))] if out else [])
        return
    went = t("went_on", people=_called(on), count=len(on))
    st.markdown(plain(went if on else t("nobody_goes_on")))
    because = because_in(standing)
    _lines([t(because, name=one.name, reason=one.reason) for one in on if _by_people(one)])
    if out:
        st.markdown(plain(t("not_went_on", count=len(out))))
        _lines(_grounds(out))


def _grounds(out: Sequence[Stood]) -> list[str]:
    """Each ground with whom it is of; a reason of people stands by itself."""
    found: dict[str, list[str]] = {}
    for one in out:
        if not _by_people(one):
            found.setdefault(why_told(one), []).append(one.name)
    said = [t("ground", why=why, people=people) for why, people in found.items()]
    because = [one for one in out if _by_people(one)]
    return [*said, *(t("because_out", name=one.name, reason=one.reason) for one in because)]


def _by_people(one: Stood) -> bool:
    """Whether people decided otherwise, with a reason that is still there."""
    return one.on is not one.counted and bool(one.reason)


def _called(people: Sequence[Stood]) -> list[str]:
    return [one.name for one in people]


def _lines(said: Sequence[str]) -> None:
    if said:
        st.markdown("\n".join(f"- {plain(line)}" for line in said))
