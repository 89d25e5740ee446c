"""A tie of whoever organises and judges: said where they prepare, and where another one decides."""

from __future__ import annotations

from collections.abc import Container

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.rounds.standings.instead import Instead, instead_of
from cohorts.store.keys import PersonKey
from cohorts.words import say


def prepares_tied(here: Here) -> None:
    """They go on with the whole list, and know who decides; who only reads prepares nothing."""
    if here.reads_only:
        return
    found = instead_of(here.store, here.actor, here.round)
    if found is not None:
        _say("tied_prepares" if found.names else "tied_prepares_alone", found)


def is_tied(here: Here) -> bool:
    """Whether a tie keeps them from anybody in the round."""
    return instead_of(here.store, here.actor, here.round) is not None


def decides_not(here: Here, people: Container[PersonKey]) -> bool:
    """Whether a tie keeps them from one of these; then it is said who decides."""
    found = instead_of(here.store, here.actor, here.round)
    if found is None or not any(one in people for one in found.kept_from):
        return False
    _say("tied_decides" if found.names else "tied_alone", found)
    return True


def _say(key: str, found: Instead) -> None:
    st.info(plain(say(f"standings.{key}", language(), names=found.names)))
