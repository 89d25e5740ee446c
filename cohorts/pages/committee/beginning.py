"""Before there is any step: what will be here, and the usual plan of this programme."""

from __future__ import annotations

import secrets

import streamlit as st

from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.usual_plans import usual_plan
from cohorts.committee.usual_plans.usual import UsualPlan
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.stage_said import kind_said
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.judging.usual_step import usual_step
from cohorts.rounds.life.rounds_of import rounds_of

t = page_words("committee")
SEEDS = 1_000_000


def beginning(here: Here) -> NextStep:
    """Says what this page is for, and what the usual plan would be."""
    preset = next(
        (one.preset for one in rounds_of(here.store, here.actor) if one.key == here.round), ""
    )
    usual = usual_plan(preset)
    st.markdown(plain(t("nothing")))
    st.header(plain(t("usual")), anchor=False)
    st.markdown(plain(t("usual_title", title=usual.title[here.language])))
    st.markdown(
        "\n".join(f"{n}. {plain(in_short(one, here))}" for n, one in enumerate(usual.stages, 1))
    )
    st.markdown(plain(t("usual_changes")))
    if here.reads_only:
        return NextStep(t("reads_only_next"))
    return NextStep(t("usual_next"), t("take_usual"), lambda: _take(here, usual))


def in_short(stage: Stage, here: Here) -> str:
    """*Voorselectie: punten van het bureau; 24 gaan door*."""
    plan = StagePlan(stage=stage)
    kind, by = kind_said(plan.asked, here.language), stage.by.get(here.language, "")
    return t(
        "in_short",
        title=stage.title[here.language],
        kind=t("kind_by", kind=kind, by=by) if by else kind,
        goes=t("goes_joint") if stage.joint else t("goes_on", count=stage.places or 0),
    )


def drawn_seed() -> int:
    """Any number: it stands in the plan before anything opens."""
    return secrets.randbelow(SEEDS)


def _take(here: Here, usual: UsualPlan) -> None:
    for stage in usual.stages:
        plan = usual_step(usual, stage, drawn_seed())
        plan_stage(here.store, here.actor, here.round, plan)
