"""How the last composing ended, where it brought no proposal."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.report_parts import t
from cohorts.pages.told import language, plain
from cohorts.rounds.jobs.job import Job, State


def ended(job: Job) -> None:
    """Nothing where it went well."""
    if job.state is State.DONE:
        return
    if job.state is State.STOPPED:
        st.info(plain(t("was_stopped")))
        return
    lines = [t(f"was_{job.state}")]
    for told in job.told:
        fault, remedy = told.said[language()]
        lines.append(" ".join(filter(None, [fault, remedy])))
    st.error("\n\n".join(map(plain, lines)))
