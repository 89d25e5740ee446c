"""Who of a committee is in the room: what one of them has an interest in stays dark."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import Words, plain
from cohorts.rounds.members.member import Member
from cohorts.store.keys import AccountKey


def in_the_room(
    here: Here,
    t: Words,
    members: Sequence[Member],
    present: Collection[AccountKey],
    attend: Callable[[Sequence[AccountKey]], object],
    *,
    of: str,
) -> None:
    """Folded: it is asked once. ``t``: the words of this meeting, ``of``: what it is on."""
    there = [one for one in members if one.key in present]
    with st.expander(t("room", count=len(there), all=len(members))):
        st.markdown(plain(t("room_about")))
        if here.reads_only:
            st.markdown("\n".join(f"- {plain(one.called)}" for one in there))
            return
        called = {one.key: one.called for one in members}
        picked = st.multiselect(
            t("room_who"),
            list(called),
            default=[one.key for one in there],
            format_func=lambda key: called[key],
            key=f"room_{of}_{len(there)}_{len(called)}",
            placeholder=t("room_nobody"),
        )
        if st.button(t("do_room"), key=f"room_{of}"):
            with acting() as done:
                attend(picked)
            if done:
                st.rerun()
