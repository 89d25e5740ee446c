"""Since when things are new to whoever looks: their last visit, which stays while they are here."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from cohorts.errors import RefusedError
from cohorts.pages.here import Here
from cohorts.rounds.erasing.erase_members_notes import erase_members_notes
from cohorts.rounds.life.visit import last_visit, visit

SINCE = "sinds"
NEVER = "nooit"


def since(here: Here) -> str | None:
    """None: they never were here. It stands in the address too, so that a reload shows the same."""
    kept = f"since_{here.round}"
    if kept not in st.session_state:
        asked = st.query_params.get(SINCE)
        st.session_state[kept] = asked or last_visit(here.store, here.actor, here.round) or NEVER
        visit(here.store, here.actor, here.round)
        with suppress(RefusedError):  # who does not organise it
            erase_members_notes(here.store, here.actor, here.round)
    known = str(st.session_state[kept])
    st.query_params[SINCE] = known
    return None if known == NEVER else known
