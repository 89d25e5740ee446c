"""The round to take along with every vote and tie by name: with a reason, in the log."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.audit.by_name import WIDE
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.with_names import locked
from cohorts.pages.zip_name import zip_name
from cohorts.rounds.balloting.reason_to_see import LONGEST, SHORTEST
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.may_export import OPEN, check_take_along, holds_votes
from cohorts.rounds.locked import new_password
from cohorts.words import say

t = page_words("audit")


def whole_round(here: Here, name: str, *, audits: bool) -> None:
    """As long as it is not theirs to take along, whose it is and from when.

    ``name``: of the round; ``audits``: they may, once votes or ties stand in it by name.
    """
    if not holds_votes(here.store, here.actor, here.round):
        _told("round_without_votes")
    elif not audits:
        _told("round_by_auditor")
    elif any(one.phase in OPEN for one in stages_of(here.store, here.actor, here.round)):
        _told("round_while_open")
    else:
        _asked(here, name)


def _told(word: str) -> None:
    with st.expander(t("round_along")):
        st.markdown(plain(t(word)))


def _asked(here: Here, name: str) -> None:
    with st.expander(t("whole_round")):
        st.markdown(plain(t("whole_round_about")))
        st.markdown(plain(t("why_about")))
        label = t("round_why", shortest=str(SHORTEST))
        reason = st.text_area(label, key="round_why", max_chars=LONGEST, height=96, width=WIDE)
        if st.button(t("take_round"), key="take_round"):
            with acting() as done:
                check_take_along(here.store, here.actor, here.round, reason)
            if done:
                _take(here, name, reason)


def _take(here: Here, name: str, reason: str) -> None:
    """In a dialogue: the password is shown there alone."""
    make = partial(export_round, here.store, here.actor, here.round, reason=reason)
    password = new_password()

    def shown() -> None:
        locked(here, make, zip_name(name), password, key="take_round", logs=False)

    st.dialog(plain(say("locked.head", here.language)), width="small")(shown)()
