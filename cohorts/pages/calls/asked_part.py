"""What a programme ticks off of each: typed one on a line."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.calls.opened import WIDE
from cohorts.pages.here import Here
from cohorts.pages.open_form import open_form
from cohorts.pages.told import language, page_words, plain
from cohorts.programme.ticked_off import LONGEST, MOST, USUAL
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.calling.ticks_asked import OBJECT, ask_ticks, tick_said, ticks_left
from cohorts.rounds.roles import READERS

t = page_words("calls")


def asked_part(here: Here, asked: Sequence[str]) -> None:
    """Folded: it is asked once."""
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        seen = revision_of(connection, here.round, OBJECT)
    of = (here.store, here.actor, here.round)
    usual = {tick_said(name, language()): name for name in USUAL}
    stands = "\n".join(tick_said(name, language()) for name in asked)
    form = open_form(here, OBJECT, seen, {"each": stands})
    with st.expander(plain(t("asked", count=len(asked))), expanded=form.was_refused):
        typed = st.text_area(
            t("asked_each", most=MOST, longest=LONGEST),
            form.shown["each"],
            key=form.key("each"),
            height=128,
            width=WIDE,
        )
        if st.button(plain(t("do_ask")), key=form.key("ask")):
            names = [usual.get(line.strip(), line.strip()) for line in (typed or "").splitlines()]
            form.keep(lambda: ask_ticks(*of, names, seen=form.seen))
        if left := ticks_left(*of):
            said = [tick_said(name, language()) for name in left]
            st.markdown(plain(t("asked_left", names=said)))
            if st.button(plain(t("do_ask_again")), key=form.key("again")):
                form.keep(lambda: ask_ticks(*of, None, seen=form.seen))
    form.tell()
