"""The joint decision after a step: asked for, under way, and the points that one can choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cohorts.errors import Problem, RefusedError
from cohorts.pages.committee.curve_drawn import curve_drawn
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.here import Here
from cohorts.pages.long_work.ended import ended
from cohorts.pages.long_work.under_way import under_way
from cohorts.pages.report_parts import style
from cohorts.pages.told import language, page_words, plain
from cohorts.pages.ways import way
from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import Job, Kind, State
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.proposing.curve_heads import curve_heads
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.standings.decided_jointly import may_weigh
from cohorts.rounds.standings.standing_of import StageStanding
from cohorts.words import explain
from cohorts.work.begin import start

t = page_words("committee_curve")


@dataclass(frozen=True)
class _Now:
    """``heads``: of the newest curve; ``job``: the last that was asked for."""

    heads: tuple[ProposalHead, ...]
    job: Job | None

    @property
    def running(self) -> bool:
        return self.job is not None and not self.job.over

    @property
    def fits(self) -> bool:
        """Whether there is one that still answers what is asked."""
        return bool(self.heads) and not self.heads[0].outdated


def curve_part(here: Here, head: StageHead, standing: StageStanding) -> NextStep:
    """Of a step that was decided jointly, for who sees its standing and may read proposals."""
    try:
        now = _looked(here)
    except RefusedError:  # who presides, and does not organise
        return NextStep(t("next_read"))
    st.subheader(plain(t("head")), anchor=False)
    st.markdown(plain(t("about")))
    style()
    if now.running and now.job is not None:
        under_way(here, now.job)
    elif now.job is not None:
        ended(now.job)
    if now.heads:
        _shown(here, head, standing, now)
    way(here, "composing", t("to_composing"))
    return _next(here, now)


def _looked(here: Here) -> _Now:
    heads = heads_of(here.store, here.actor, here.round)
    jobs = [
        job for job in jobs_of(here.store, here.actor, here.round) if job.kind == Kind.CURVE.value
    ]
    return _Now(curve_heads(heads), jobs[-1] if jobs else None)


def _shown(here: Here, head: StageHead, standing: StageStanding, now: _Now) -> None:
    if not now.fits:
        st.warning(plain(t("outdated")))
    for line in _how_many(now):
        st.info(plain(line))
    curve_drawn(here, head, standing, now.heads)
    way(here, "proposals", t("to_proposals"))


def _how_many(now: _Now) -> Sequence[str]:
    """Whether it was cut short; where there is one point, what that means."""
    job, kept = now.job, [head.key for head in now.heads]
    if job is None or job.state is not State.DONE or list(job.progress.kept) != kept:
        return ()
    if job.progress.cut:
        return (t(f"cut_{job.progress.cut}"),)
    if len(kept) == 1:
        return (t("one_proven" if job.progress.complete else "one"),)
    return ()


def _next(here: Here, now: _Now) -> NextStep:
    """Asking for it, where that can be and was not done."""
    if now.running:
        return NextStep(t("next_wait"))
    if here.reads_only or now.fits:
        return NextStep(t("next_choose" if now.heads else "next_read"))
    try:
        may_weigh(here.store, here.actor, here.round)
    except RefusedError as error:
        return NextStep(_said(error.problems))
    button = t("again" if now.heads or now.job else "ask")
    return NextStep(
        t("next_ask"), button, lambda: start(here.store, here.actor, here.round, Kind.CURVE)
    )


def _said(problems: Sequence[Problem]) -> str:
    return " ".join(part for one in problems for part in explain(one, language(), plainly=True))
