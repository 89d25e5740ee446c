"""The page ``now``."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here


def draw(here: Here) -> None:
    """Draws it."""
    st.header("now", anchor=False)
    st.write(here.round)
