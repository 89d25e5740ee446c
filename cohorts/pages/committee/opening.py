"""Votes begin, get more time, and are closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.committee.on_screen import on_screen
from cohorts.pages.committee.reminding import remind_of_ties, remind_of_votes, tell_more_time
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.progress import HowFar
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.judging.moment_asked import LONGEST
from cohorts.rounds.judging.open_stage import open_votes
from cohorts.rounds.judging.reason_asked import LONGEST_REASON
from cohorts.rounds.judging.reason_said import reason_said
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.members.presiding import presides_at_all
from cohorts.words.dutch_time import HERE, in_the_netherlands

t = page_words("committee")
DAYS, HOUR = 7, time(17)
"""What is filled in to begin with: a week from now, at the end of the afternoon."""


def votes_next(here: Here, head: StageHead, far: Sequence[HowFar]) -> NextStep:
    """A reminder, and until when votes are taken: they may begin."""
    left = sum(not one.ties for one in far)
    if here.reads_only:
        return NextStep(t("reads_only_next"))
    seen = on_screen(here, head.object, head.revision)
    remind_of_ties(here, far)
    until = _moment(here, t("votes_until"), f"until_{head.key}")
    about = t("ties_left", count=left) if left else t("ties_all")
    return NextStep(
        about,
        t("do_votes"),
        lambda: open_votes(here.store, here.actor, here.round, head.key, until=until, seen=seen),
    )


def judging_next(here: Here, head: StageHead, far: Sequence[HowFar]) -> NextStep:
    """More time while it lasts, a reminder, and the close; before a second turn the chair acts."""
    everybody = all(one.is_done for one in far)
    if here.reads_only:
        return NextStep(t("reads_only_next"))
    seen = on_screen(here, head.object, head.revision)
    tell_more_time(here, head, far)
    remind_of_votes(here, head, far)
    _more_time(here, head, seen)
    over = everybody or not head.is_open
    if head.plan.second and head.turn == 1:
        given_up = second_given_up(here.store, here.actor, here.round, head.key)
        if given_up is None:
            return _first_turn(here, over=over)
        why = reason_said(given_up.reason, here.language)
        st.markdown(plain(t("given_up", by=given_up.by, reason=why)))
    about = t("close_all" if everybody else "close_now" if over else "close_later")
    return NextStep(
        about,
        t("do_close"),
        lambda: close_votes(here.store, here.actor, here.round, head.key, seen=seen),
        disabled=not over,
    )


def _first_turn(here: Here, *, over: bool) -> NextStep:
    """The way to the chair's page, for who may open it too."""
    if not over:
        return NextStep(t("first_later"))
    chairs = presides_at_all(here.store, here.actor, here.round)
    return NextStep(t("first_over"), t("to_chair") if chairs else None, room="chair")


def _more_time(here: Here, head: StageHead, seen: int) -> None:
    with st.expander(t("extend")):
        st.markdown(plain(t("extend_about")))
        until = _moment(
            here, t("extend_until"), f"extend_{head.key}_{head.revision}", head.closes_at
        )
        reason = st.text_input(
            t("extend_why"), key=f"why_{head.key}_{head.revision}", max_chars=LONGEST_REASON
        )
        if st.button(t("do_extend"), key=f"extend_do_{head.key}"):
            of = (here.store, here.actor, here.round, head.key)
            with acting() as done:
                extend(*of, until=until, reason=reason, seen=seen)
            if done:
                st.rerun()


def _moment(here: Here, label: str, key: str, after: str | None = None) -> datetime:
    """A day and a time by the clock of the Netherlands; ``after``: a day later than that."""
    now = datetime.now(HERE)
    first = now + timedelta(days=DAYS)
    if after is not None:
        was = in_the_netherlands(after)
        first = max(was, now) + timedelta(days=1)
    left, right = st.columns(2)
    day = left.date_input(
        label,
        first.date(),
        min_value=now.date(),
        max_value=(now + LONGEST).date(),
        format="DD-MM-YYYY",
        key=f"day_{key}",
    )
    hour = right.time_input(t("clock"), HOUR, key=f"hour_{key}")
    del here
    return datetime.combine(day, hour, HERE)
