"""Who is in the room: whoever is, and is blocked for a dossier, keeps it dark."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.meeting.agenda import Agenda
from cohorts.rounds.meeting.in_the_room import attend

t = page_words("meeting")


def in_the_room(here: Here, found: Agenda) -> None:
    """Folded: it is asked once."""
    there = [one for one in found.members if one.key in found.present]
    with st.expander(t("room", count=len(there), all=len(found.members))):
        st.markdown(plain(t("room_about")))
        if here.reads_only:
            st.markdown("\n".join(f"- {plain(one.called)}" for one in there))
            return
        called = {one.key: one.called for one in found.members}
        picked = st.multiselect(
            t("room_who"),
            list(called),
            default=[one.key for one in there],
            format_func=lambda key: called[key],
            key=f"room_{len(there)}_{len(called)}",
            placeholder=t("room_nobody"),
        )
        if st.button(t("do_room"), key="room"):
            with acting() as done:
                attend(here.store, here.actor, here.round, found.stage.key, members=picked)
            if done:
                st.rerun()
