"""The standing of a closed vote, for who acts as chair and is kept from nobody in it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.standing.standing_part import standing_part
from cohorts.pages.told import page_words, plain
from cohorts.rounds.judging.stage_head import RELEASED, StageHead
from cohorts.rounds.standings.standing_of import StageStanding, standing_of
from cohorts.rounds.standings.who_sees import Sight

t = page_words("chair")


def standing_seen(here: Here, head: StageHead, *, presides: bool) -> None:
    """Nothing before the close; ``presides``: where a tie keeps them from it, that is said."""
    if head.phase not in RELEASED:
        return
    standing = standing_of(here.store, here.actor, here.round, head.key)
    if standing.sight not in (Sight.NOTHING, Sight.OUTCOME):
        standing_part(here, head, standing, of_page=True)
        return
    if standing.kept_from and presides:
        st.info(plain(t("kept_from")))
    if standing.sight is Sight.OUTCOME:
        _goes_on(standing)


def _goes_on(standing: StageStanding) -> None:
    """The names alone, without anyone whom they are kept from."""
    on = [one.name for one in standing.people if one.on]
    if on:
        st.header(plain(t("goes_on")), anchor=False)
        st.markdown("\n".join(f"- {plain(name)}" for name in on))
    if standing.kept_from:
        st.markdown(plain(t("goes_on_without")))
