"""The standing of a closed vote, for who acts as chair and is kept from nobody in it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.standing.standing_part import standing_part
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.outcome_told import OutcomeTold, Whom, outcome_told
from cohorts.rounds.judging.stage_head import RELEASED, Phase, StageHead
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.rounds.standings.who_sees import Sight

t = page_words("chair")


def standing_seen(here: Here, head: StageHead, *, presides: bool) -> OutcomeTold | None:
    """``presides``: where a tie keeps them from it, that is said. Nothing before the close.

    Gives whom the stage came to; None: it is not decided.
    """
    if head.phase not in RELEASED:
        return None
    standing = standing_of(here.store, here.actor, here.round, head.key)
    told = None
    if head.phase is Phase.DECIDED:
        told = outcome_told(here.store, here.actor, here.round, head.key, standing)
    if standing.sight not in (Sight.NOTHING, Sight.OUTCOME):
        standing_part(here, head, standing, of_page=True)
        if told is not None and told.whom is Whom.TAKES_PART:  # what the standing does not say
            _names(told)
        return told
    if standing.kept_from and presides:
        st.info(plain(t("kept_from")))
    if told is not None:
        _names(told)
        if standing.kept_from:
            st.markdown(plain(t("goes_on_without")))
    return told


def _names(told: OutcomeTold) -> None:
    """The names alone, without anyone whom they are kept from."""
    if told.names:
        st.header(plain(t(told.whom)), anchor=False)
        st.markdown("\n".join(f"- {plain(name)}" for name in told.names))
