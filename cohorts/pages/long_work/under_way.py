"""Composing under way: what is done, how far it is, the best so far, and a way to stop."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.composing.first_time import said_first
from cohorts.errors import RefusedError
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.report_parts import part, t
from cohorts.pages.told import plain
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.jobs.asking_for import jobs_of, stop
from cohorts.rounds.jobs.job import Job, Kind, State
from cohorts.work.awake import awake

EVERY = 0.5
MOST_MUSTS = 3
FIRST = {Kind.CURVE.value: "weighing", Kind.REPAIR.value: "repairing"}
"""What is said of other work than composing until something is kept."""


def under_way(here: Here, job: Job) -> None:
    """One proposal more draws the page anew."""
    asked = asked_of(here.store, here.actor, here.round)
    musts = [r.title(here.language) for r in asked.programme.rules if r.is_must]
    st.fragment(_watch, run_every=EVERY)(here, job, musts)


def _watch(here: Here, job: Job, musts: Sequence[str]) -> None:
    try:
        jobs = jobs_of(here.store, here.actor, here.round)
    except RefusedError:  # the login ended, or the role was taken away, while the page stood open
        st.rerun()
    found = [one for one in jobs if one.key == job.key]
    now = found[-1] if found else job
    if now.over or len(now.progress.kept) != len(job.progress.kept):
        st.rerun()
    awake(here.store)
    st.html(
        part(
            "under_way",
            here.language,
            doing=_doing(now),
            longer=_longer(here, now),
            percent=round(100 * now.progress.share),
            runs=now.state is State.RUNNING,
            best=_best(now),
            musts=musts[:MOST_MUSTS] if now.progress.best and not now.progress.best.broken else [],
            who=t("who", by=now.by, at=clock(now.at)),
        )
    )
    if now.stop:
        st.markdown(plain(t("stopping")))
    elif not here.reads_only and st.button(
        plain(t("stop" if now.progress.best else "stop_waiting")), key="stop"
    ):
        with acting() as well:
            stop(here.store, here.actor, here.round, now.key)
        if well:
            st.rerun()


def _doing(job: Job) -> str:
    if job.state is State.QUEUED:
        if job.ahead:
            return t("queued", ahead=job.ahead)
        return t("machine_busy" if job.progress.waits else "starting")
    if job.progress.kept:
        return t("others")
    return t(FIRST.get(job.kind, "first"))


def _longer(here: Here, job: Job) -> str:
    if not job.progress.longer or job.progress.kept:
        return ""
    return said_first(job.progress.longer, here.language)


def _best(job: Job) -> str:
    best = job.progress.best
    if best is None:
        return ""
    placed = t("best_everybody") if not best.left else t("best_left", count=best.left)
    held = t("best_holds") if not best.broken else t("best_broken", count=best.broken)
    return f"{placed} {held}"
