"""How many read each dossier, and how sure that makes the outcome: worked out, never kept."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cohorts.committee.panel.everybody_reads import EverybodyReads, everybody_reads
from cohorts.committee.panel.panel_asked import PanelAsked
from cohorts.committee.panel.panel_plan import PanelPlan
from cohorts.committee.panel.plan_panel import plan_panel
from cohorts.pages.acting import acting
from cohorts.pages.committee.expected import Expected
from cohorts.pages.told import language, page_words, plain
from cohorts.reports.panel_said import asked_said, more_lines, read_said, sure_said
from cohorts.words import say

t = page_words("committee_planner")
MINUTES, EACH = 30, 4
MOST_MEMBERS, MOST_DOSSIERS, MOST_MINUTES = 100_000, 1_000_000, 10_000
MOST_WORK = 10_000
"""Members squared times dossiers, to which the time it takes is in proportion.

Measured on two cores that others used as well: 10 members and 24 to 60 dossiers (2,400 to 6,000)
take 1 to 6 s, and so does anything up to here; 25 and 48 (30,000) take 18 s.
"""


@dataclass(frozen=True)
class Worked:
    """What was asked last, and what it came to."""

    asked: PanelAsked
    plan: PanelPlan
    everybody: EverybodyReads


def planner_part(expected: Expected, key: str) -> None:
    """Behind its own expander. ``expected``: what is filled in to begin with."""
    with st.expander(t("title")):
        st.markdown(plain(t("about")))
        asked = _asked(expected, key)
        if st.button(t("do"), key=f"planner_do_{key}") and asked is not None:
            _work_out(asked, key)
        worked = st.session_state.get(_kept(key))
        if worked is not None and worked.asked == asked:
            _told(worked)


def _asked(expected: Expected, key: str) -> PanelAsked | None:
    """None, and why in words, for numbers that cannot be."""
    left, right = st.columns(2)
    given = {
        name: int(column.number_input(t(name), 1, most, now, key=f"planner_{name}_{key}"))
        for name, now, most, column in (
            ("members", expected.members or 10, MOST_MEMBERS, left),
            ("dossiers", expected.dossiers or 24, MOST_DOSSIERS, right),
            ("minutes", MINUTES, MOST_MINUTES, left),
            ("each", EACH, MOST_MINUTES, right),
            ("places", expected.places or 10, MOST_DOSSIERS, left),
        )
    }
    with acting():
        return PanelAsked(
            members=_numbers(given["members"]),
            dossiers=_numbers(given["dossiers"]),
            minutes=given["minutes"],
            places=given["places"],
            each=given["each"],
        )
    return None


def _work_out(asked: PanelAsked, key: str) -> None:
    st.session_state.pop(_kept(key), None)
    if asked.work > MOST_WORK:
        st.warning(plain(t("large")))
        st.code(_command(asked), language=None, wrap_lines=True)
        return
    with acting(), st.spinner(t("working")):
        found = Worked(asked, plan_panel(asked), everybody_reads(asked))
        st.session_state[_kept(key)] = found


def _told(worked: Worked) -> None:
    spoken, plan = language(), worked.plan
    st.markdown(plain(asked_said(plan, spoken)))
    _lines(read_said(plan, spoken))
    st.markdown(f"**{plain(say('panel.sure_head', spoken))}**")
    _lines(sure_said(plan, spoken))
    if plan.asked.places < len(plan.asked.dossiers):
        st.markdown(f"**{plain(say('panel.more_head', spoken))}**")
        _lines(more_lines(plan, spoken))
    if not plan.complete:
        facts = {"minutes": worked.everybody.minutes, "places": plan.asked.places}
        share = round(100 * worked.everybody.certainty.best.share)
        st.markdown(f"**{plain(t('everybody_head'))}**")
        _lines([t("everybody", share=share, **facts), t("ballot")])


def _lines(said: list[str]) -> None:
    st.markdown("\n".join(f"- {plain(one)}" for one in said))


def _command(asked: PanelAsked) -> str:
    return (
        f"cohorts panel plan --members {len(asked.members)} --dossiers {len(asked.dossiers)} "
        f"--minutes {asked.minutes} --minutes-per-dossier {asked.each} --places {asked.places}"
    )


def _numbers(many: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, many + 1)))


def _kept(key: str) -> str:
    return f"planner_worked_{key}"
