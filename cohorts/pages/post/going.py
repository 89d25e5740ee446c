"""Letters on their way: how many went, a way to stop; and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cohorts.errors import RefusedError
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.post.listed import HTML
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.jobs.asking_for import jobs_of, stop
from cohorts.rounds.jobs.job import MAIL, Job, State
from cohorts.rounds.posting.about import About
from cohorts.rounds.posting.mail_rows import State as Mail
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.work.awake import awake

t = page_words("post")
EVERY = 1.0
TEMPLATE = HTML.get_template("going.html.jinja")


def last_job(here: Here) -> Job | None:
    """The newest that sends letters."""
    jobs = jobs_of(here.store, here.actor, here.round, MAIL)
    return jobs[-1] if jobs else None


def going(here: Here, about: About, job: Job) -> None:
    """The page is drawn anew once it is over."""
    st.fragment(_watch, run_every=EVERY)(here, about, job)


def _watch(here: Here, about: About, job: Job) -> None:
    now, counts = _how_far(here, about)
    if now is None or now.over:
        st.rerun()
    awake(here.store)
    facts = {
        "said": t("going", sent=counts.get(Mail.SENT, 0), waiting=counts.get(Mail.WAITING, 0)),
        "how_far": t("how_far"),
        "percent": round(100 * now.progress.share),
        "who": t("going_by", by=now.by, at=clock(now.at)),
    }
    st.html(TEMPLATE.render(facts))
    if now.stop:
        st.markdown(plain(t("stopping")))
    elif not here.reads_only and st.button(plain(t("stop")), key=f"stop_{job.key}"):
        with acting() as well:
            stop(here.store, here.actor, here.round, now.key)
        if well:
            st.rerun()


def _how_far(here: Here, about: About) -> tuple[Job | None, Mapping[Mail, int]]:
    """None: whoever looks may no more.

    The login ended, the role was taken away or a tie was told while the page stood open: drawn
    anew, the whole page says so.
    """
    try:
        job = last_job(here)
        return job, mail_states(here.store, here.actor, here.round, about).counts
    except RefusedError:
        return None, {}


def ended(job: Job) -> None:
    """Nothing where all that could go went."""
    if job.state is State.REFUSED:
        for told in job.told:
            st.error(plain(" ".join(told.said[language()])))
    elif job.state in {State.DIED, State.BROKEN, State.UNREADABLE}:
        st.warning(plain(t("broke_off")))
