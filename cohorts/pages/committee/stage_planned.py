"""A step while it is planned: changed, taken away, or opened; and one more after the last."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.beginning import drawn_seed
from cohorts.pages.committee.expected import expected
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.committee.on_screen import on_screen
from cohorts.pages.committee.planner_part import planner_part
from cohorts.pages.committee.practice_part import practice_part
from cohorts.pages.committee.stage_form import stage_form
from cohorts.pages.here import Here
from cohorts.pages.told import page_words
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.plan_stage import change_stage, drop_stage, plan_stage
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan, plan_of
from cohorts.rounds.members.member import Member, Position

t = page_words("committee")
PLACES = 10
"""What stands in the form of a new step."""


def planned(here: Here, head: StageHead, members: Sequence[Member]) -> None:
    """Everything can still change."""
    if here.reads_only:
        return
    seen = on_screen(here, f"plan_{head.object}", head.revision)
    beside = expected(here, head, members)
    with st.expander(t("change")):
        key = f"{head.key}_{head.revision}"
        given = stage_form(here, key, head.plan, members, beside.dossiers)
        with st.container(horizontal=True):
            saves = st.button(t("do_change"), key=f"change_{head.key}")
            drops = st.button(t("do_drop"), key=f"drop_{head.key}")
        if saves or drops:
            of = (here.store, here.actor, here.round, head.key)
            with acting() as done:
                if saves:
                    change_stage(*of, plan_of(given), seen=seen)
                else:
                    drop_stage(*of, seen=seen)
            if done:
                st.rerun()
    planner_part(beside, key)
    practice_part(head.plan, beside, key)


def may_add(here: Here, stages: Sequence[StageHead]) -> bool:
    """After the last, unless that is decided together with the groups."""
    return not (here.reads_only or (stages and stages[-1].plan.stage.joint))


def one_more(here: Here, stages: Sequence[StageHead], members: Sequence[Member]) -> None:
    """The form of a step that is not there yet."""
    if not may_add(here, stages):
        return
    with st.expander(t("add") if stages else t("add_first")):
        key = f"new_{here.round}_{len(stages)}"
        came = stages[-1].plan.stage.places if stages else None
        given = stage_form(here, key, _empty(here, stages), members, came or 0)
        if st.button(t("do_add"), key="add_stage"):
            with acting() as done:
                plan_stage(here.store, here.actor, here.round, plan_of(given))
            if done:
                st.rerun()


def ready_next(here: Here, head: StageHead, members: Sequence[Member]) -> NextStep:
    """It opens for ties, once there is somebody to judge."""
    if here.reads_only:
        return NextStep(t("reads_only_next"))
    button = t("do_open", number=str(head.number))
    if not (head.plan.judges or any(_votes(one) for one in members)):
        return NextStep(t("open_invite_first"), button, disabled=True)
    seen = on_screen(here, head.object, head.revision)
    return NextStep(
        t("open_next"),
        button,
        lambda: open_interests(here.store, here.actor, here.round, head.key, seen=seen),
    )


def _votes(member: Member) -> bool:
    return member.left_at is None and member.position is not Position.SCREENER


def _empty(here: Here, stages: Sequence[StageHead]) -> StagePlan:
    """What a new step begins as; the number that is drawn stays while it is filled in."""
    key = f"seed_{here.round}_{len(stages)}"
    seed = st.session_state.setdefault(key, drawn_seed())
    stage = {"title": t("new_title"), "votes": BALLOTS, "rule": "approval", "places": PLACES}
    # the partners are the same, so what ties mean to them is
    ties = stages[-1].plan.tie_examples if stages else {}
    return plan_of({"stage": stage, "seed": seed, "tie_examples": ties})
