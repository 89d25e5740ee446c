"""By mail: from whom, to whom not and why, and the button that sends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from cohorts.errors import CohortsError, RefusedError
from cohorts.pages.acting import acting
from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.post.going import ended, going, last_job
from cohorts.pages.post.left_out import failed, shared, without
from cohorts.pages.told import page_words, plain, trouble
from cohorts.reports.letters.post import Post
from cohorts.rounds.jobs.job import Kind
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.rounds.posting.post_office import PostOffice, post_office_needed
from cohorts.rounds.posting.queue_mail import queue_mail
from cohorts.store.canonical import canonical
from cohorts.store.keys import PersonKey
from cohorts.work.begin import start

t = page_words("post")


def sending(here: Here, post: Post, people: Sequence[PersonKey], states: MailStates) -> None:
    """What is in the way is said; who is chosen and has no letter yet can be sent one."""
    st.header(plain(t("by_mail")), anchor=False)
    office = _office()
    if office is None:
        foot(t("after_files"))
        return
    st.markdown(plain(t("from", sender=str(office.sender))))
    job = last_job(here)
    if job is not None and not job.over:
        going(here, post.about, job)
        foot(t("after_going"))
        return
    if job is not None:
        ended(job)
    out = without(post, people, states)
    although = shared(post, people, states)
    again = failed(post, people, states)
    whom = [
        who
        for who in people
        if who not in out and _goes(who, states, again) and not _stays_out(post, who, although)
    ]
    seen = _seen(post, whom, states.revision)
    if here.reads_only or not whom:
        foot(t("after_all" if states.in_state(State.SENT) else "after_nobody"))
    elif foot(t("after_send"), t("do_send", count=len(whom)), of=seen):
        _send(here, post, whom, although, states.revision)


def _seen(post: Post, whom: Sequence[PersonKey], revision: int) -> str:
    """What somebody says yes to: to whom, each word of it, and what was sent until now."""
    letters = [[who, post.written(who).as_note()] for who in whom]
    return canonical([post.about, revision, letters])


def _office() -> PostOffice | None:
    """None: it is said why no mail can be sent here."""
    try:
        return post_office_needed()
    except RefusedError:
        st.info(plain(t("no_office")))
    except CohortsError as error:
        trouble(error)
    return None


def _goes(who: PersonKey, states: MailStates, again: Collection[PersonKey]) -> bool:
    found = states.by_person.get(who)
    return found is None or found.state is State.WAITING or who in again


def _stays_out(post: Post, who: PersonKey, although: Collection[PersonKey]) -> bool:
    return who not in although and any(who in each for each in post.shared.values())


def _send(
    here: Here,
    post: Post,
    whom: Sequence[PersonKey],
    although: Collection[PersonKey],
    seen: int,
) -> None:
    """They are in the queue first; then the process that does long work hands them over."""
    of = (here.store, here.actor, here.round)
    with acting() as done:
        letters = {who: post.written(who) for who in whom}
        queued = queue_mail(*of, post.about, letters, although_shared=although, seen=seen)
        start(*of, Kind.POST, {"mail": queued.mail})
    if done:
        st.rerun()
