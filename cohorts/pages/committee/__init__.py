"""The page *Commissie*: what a closed step of the choice came to."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.outcome import draw as outcome
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import shell_words
from cohorts.rounds.judging.stage_head import RELEASED, stages_of


def draw(here: Here) -> None:
    """The last step that is closed."""
    closed = [one for one in stages_of(here.store, here.actor, here.round) if one.phase in RELEASED]
    heading(shell_words("room_committee"))
    next_ = outcome(here, closed[-1]) if closed else None
    if next_ is None:
        return
    if foot(next_.about, next_.button, disabled=next_.disabled) and next_.act is not None:
        with acting() as done:
            next_.act()
        if done:
            st.rerun()
