"""One row of the list: who it is, and a tap for what the call came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.calls.listed import Listed
from cohorts.pages.calls.opened import remark_and_day, ticks
from cohorts.pages.calls.row_said import row_said
from cohorts.pages.here import Here
from cohorts.pages.moment import day
from cohorts.pages.tell_somebody import tell_somebody
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.people.withdraw import withdraw
from cohorts.words import say
from cohorts.words.dutch_time import HERE

t = page_words("calls")
OPENED = "calls_opened"
"""Of whom the rest is shown, in the session."""
THINKING_DAYS = 7
END = time(23, 59)


def one_row(here: Here, who: Listed, asked: Sequence[str], *, numbers: bool = True) -> None:
    """With buttons for who may use them. ``numbers``: somebody of the list has one."""
    may = not here.reads_only and not who.away
    opened = may and st.session_state.get(OPENED) == who.person
    with st.container(key=f"row_{who.person}"):
        whole = opened or here.reads_only
        st.html(row_said(here, who, asked, whole=whole, numbers=numbers))
        if not may:
            return
        remark, until = "", (datetime.now(HERE) + timedelta(days=THINKING_DAYS)).date()
        if opened:
            remark, until = remark_and_day(who, until)
        _states(here, who, remark, until, opened=opened)
        if who.leaves:
            _leave(here, who)
        if opened:
            ticks(here, who, asked)
            if who.seated or (who.aside and who.there):
                tell_somebody(here, who.person, who.one.id, who.seat, who.heard)


def _states(here: Here, who: Listed, remark: str, until: date, *, opened: bool) -> None:
    with st.container(key=f"states_{who.person}", horizontal=True):
        for state in Called:
            # another call since is another button: of two quick taps one counts
            key = f"{state}_{who.person}_{len(who.calls)}"
            if st.button(plain(_label(state, until)), key=key):
                _note(here, who, state, remark, until)
        more = t("less" if opened else "more")
        if st.button(plain(more), key=f"more_{who.person}", type="tertiary"):
            st.session_state[OPENED] = None if opened else who.person
            st.rerun()


def _label(state: Called, until: date) -> str:
    """Time to think says until when: that is what a tap writes down."""
    if state is not Called.THINKING:
        return say(f"calling.{state}", language())
    return t("thinking_until", day=day(datetime.combine(until, END, HERE).isoformat()))


def _note(here: Here, who: Listed, state: Called, remark: str, until: date) -> None:
    moment = datetime.combine(until, END, HERE) if state is Called.THINKING else None
    of = (here.store, here.actor, here.round, who.person, state)
    with acting() as done:
        note_call(*of, until=moment, remark=remark)
    if done:
        st.rerun()


def _leave(here: Here, who: Listed) -> None:
    """Asked: who says no is in the round until somebody takes them out of it."""
    st.markdown(plain(t("leaves_seated" if who.seated else "leaves")))
    if st.button(plain(t("do_leave")), key=f"leave_{who.person}"):
        with acting() as done:
            withdraw(here.store, here.actor, here.round, who.person, seen=who.revision)
        if done:
            st.rerun()
