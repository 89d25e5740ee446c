"""A second turn, where the stage has one: first the talk, then everybody may vote again."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.judging.judge_again import judge_again, talk
from cohorts.rounds.judging.moment_asked import LONGEST
from cohorts.rounds.judging.stage_head import Phase, StageHead

t = page_words("chair")
HERE = ZoneInfo("Europe/Amsterdam")
"""The clock by which members read a deadline."""
DAYS, HOUR = 3, time(17)
"""What is filled in to begin with."""


def second_turn(here: Here, head: StageHead) -> None:
    """Nothing in a stage that is judged once, or before and after it can be."""
    first = head.phase is Phase.JUDGING and head.turn == 1
    if not head.plan.second or not (first or head.phase is Phase.TALKING):
        return
    st.header(plain(t("second")), anchor=False)
    if head.phase is Phase.TALKING:
        _again(here, head)
    elif head.is_open:
        st.markdown(plain(t("second_later")))
    else:
        _talk(here, head)


def _talk(here: Here, head: StageHead) -> None:
    st.markdown(plain(t("talk_about")))
    if not here.reads_only and st.button(t("do_talk"), key="talk"):
        with acting() as done:
            talk(here.store, here.actor, here.round, head.key, seen=head.revision)
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
