"""Which revision of an object was on the screen when somebody pressed: a click draws anew first."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here


def on_screen(here: Here, object_: str, revision: int) -> int:
    """The revision that was drawn before; from now on it is this one."""
    key = f"on_screen_{here.round}_{object_}"
    before: int = st.session_state.get(key, revision)
    st.session_state[key] = revision
    return before
