"""A second turn, where the stage has one: first the talk, then everybody may vote again."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.balloting.judge_again import give_up_second, judge_again, talk
from cohorts.rounds.balloting.progress import progress
from cohorts.rounds.judging.moment_asked import LONGEST
from cohorts.rounds.judging.reason_asked import LONGEST_REASON
from cohorts.rounds.judging.reason_said import reason_said
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import Phase, StageHead

t = page_words("chair")
HERE = ZoneInfo("Europe/Amsterdam")
"""The clock by which members read a deadline."""
WIDE = 560
DAYS, HOUR = 3, time(17)
"""What is filled in to begin with."""


def second_turn(here: Here, head: StageHead) -> bool:
    """Nothing in a stage that is judged once, or before and after it can be.

    Gives whether something is to be decided on it now.
    """
    first = head.phase is Phase.JUDGING and head.turn == 1
    if not head.plan.second or not (first or head.phase is Phase.TALKING):
        return False
    st.header(plain(t("second")), anchor=False)
    given_up = second_given_up(here.store, here.actor, here.round, head.key)
    if given_up is not None:
        why = reason_said(given_up.reason, here.language)
        st.markdown(plain(t("given_up", by=given_up.by, reason=why)))
        return False
    if head.phase is Phase.TALKING:
        _again(here, head)
    elif not head.is_open or _all_sent(here, head):
        _talk(here, head)
    else:
        st.markdown(plain(t("second_later")))
        return False
    return True


def _all_sent(here: Here, head: StageHead) -> bool:
    return all(one.is_done for one in progress(here.store, here.actor, here.round, head.key))


def _talk(here: Here, head: StageHead) -> None:
    st.markdown(plain(t("talk_all" if head.is_open else "talk_about")))
    if here.reads_only:
        return
    if st.button(t("do_talk"), key="talk"):
        with acting() as done:
            talk(here.store, here.actor, here.round, head.key, seen=head.revision)
        if done:
            st.rerun()
    with st.expander(t("give_up")):
        _give_up(here, head)


def _give_up(here: Here, head: StageHead) -> None:
    """Above the reason who reads it, and how long it stays."""
    st.markdown(plain(t("give_up_about")))
    st.markdown(plain(t("give_up_read")))
    reason = st.text_area(
        t("give_up_why"),
        key=f"give_up_why_{head.key}",
        max_chars=LONGEST_REASON,
        height=96,
        width=WIDE,
    )
    if st.button(t("do_give_up"), key="give_up"):
        of = (here.store, here.actor, here.round, head.key)
        with acting() as done:
            give_up_second(*of, reason=reason, seen=head.revision)
        if done:
            st.rerun()


def _again(here: Here, head: StageHead) -> None:
    st.markdown(plain(t("again_about")))
    if here.reads_only:
        return
    until = _deadline(head)
    if st.button(t("do_again"), key="again"):
        with acting() as done:
            judge_again(
                here.store, here.actor, here.round, head.key, until=until, seen=head.revision
            )
        if done:
            st.rerun()


def _deadline(head: StageHead) -> datetime:
    """By the clock of the Netherlands."""
    now = datetime.now(HERE)
    left, right = st.columns(2)
    day = left.date_input(
        t("until"),
        (now + timedelta(days=DAYS)).date(),
        min_value=now.date(),
        max_value=(now + LONGEST).date(),
        format="DD-MM-YYYY",
        key=f"day_{head.key}",
    )
    hour = right.time_input(t("clock"), HOUR, key=f"hour_{head.key}")
    return datetime.combine(day, hour, HERE)
