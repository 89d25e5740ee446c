"""The reserve, asked in its order: who was asked, what they said, and whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.changes.to_ask import number_of, text_to_send
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.reserving.answer_reserve import answer_reserve
from cohorts.rounds.reserving.ask_reserve import FURTHEST, ask_reserve
from cohorts.rounds.reserving.asked_rows import Answer, Asking
from cohorts.rounds.reserving.reserve_of import Reserve, promised, waiting_for
from cohorts.store.clock import now
from cohorts.words.dutch_time import HERE, dutch_day

t = page_words("changes")
WIDE = 560
DAYS = 7


def reserve_part(here: Here, since: Changed, reserve: Reserve, *, acts: bool) -> None:
    """``acts``: whoever looks may ask, and write down an answer."""
    st.header(plain(t("reserve")), anchor=False)
    if reserve.withheld:
        st.markdown(plain(t("reserve_withheld")))
        return
    st.markdown(plain(t("by_points" if reserve.by_points else "by_lot")))
    if since.came:
        st.markdown(plain(t("came_first")))
    for one in reserve.asked:
        _asked(here, since, one, acts=acts)
    if not reserve.order:
        st.markdown(plain(t("nobody_left")))
        return
    room = since.room(one.group for one in promised(reserve, since.here))
    waits = {one.group for one in waiting_for(reserve) if one.person in since.here}
    free = [number for number in _by_need(since, room) if number not in waits]
    if not free:
        st.markdown(plain(t("no_room")))
    else:
        _next(here, since, reserve, free, acts=acts)


def _by_need(since: Changed, room: Mapping[int, int]) -> list[int]:
    """Groups with room: those that somebody left first, then the smallest."""
    left = {one.group for one in since.left}
    return sorted(room, key=lambda n: (n not in left, since.sizes[n], n))


def _asked(here: Here, since: Changed, one: Asking, *, acts: bool) -> None:
    known = since.people.shown.get(one.person)
    who = known.label if known is not None else t("somebody")
    until = dutch_day(one.until, here.language)
    facts = {"who": who, "group": one.group, "until": until, "by": one.by, "at": clock(one.at)}
    over = not one.waits(now())
    state = one.answer or ("over" if over else "waits")
    st.markdown(plain(t(f"asked_{state}", **facts)))
    if one.answer is not None or not acts or known is None:
        return
    number_of(known)
    with st.container(horizontal=True, key=f"answers_{one.number}"):
        for answer in Answer:
            label = t(f"say_{answer}", who=who)
            if st.button(plain(label), key=f"{answer}_{one.number}"):
                with acting() as done:
                    answer_reserve(here.store, here.actor, here.round, one.number, answer)
                if done:
                    st.rerun()


def _next(here: Here, since: Changed, reserve: Reserve, free: list[int], *, acts: bool) -> None:
    person, *after = reserve.order
    who = since.people.shown[person].label
    st.markdown(plain(t("turn", who=who, count=len(after))))
    if not acts:
        return
    number_of(since.people.shown[person])
    key = f"{person}_{len(reserve.asked)}"
    group = st.selectbox(
        t("for_group"),
        free,
        format_func=lambda n: t("group_of", group=n, count=since.sizes[n]),
        key=f"reserve_group_{key}",
        width=WIDE,
    )
    today = datetime.now(HERE).date()
    day = st.date_input(
        t("before"),
        today + timedelta(days=DAYS),
        min_value=today + timedelta(days=1),
        max_value=today + FURTHEST - timedelta(days=1),
        format="DD-MM-YYYY",
        key=f"reserve_before_{key}",
        width=WIDE,
    )
    until = datetime.combine(day if isinstance(day, date) else today, time(), HERE)
    text_to_send(here, since, since.people.shown[person], group, until)
    # a press counts only for the group and the day that were seen: a choice may have fallen back
    if st.button(plain(t("do_ask", who=who)), key=f"ask_{key}_{group}_{until:%Y%m%d}"):
        with acting() as done:
            of = (here.store, here.actor, here.round, person)
            ask_reserve(*of, group=group, until=until)
        if done:
            st.rerun()
