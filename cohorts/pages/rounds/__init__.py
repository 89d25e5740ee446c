"""The page *Rondes*: every round that somebody may see, and beginning another."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.rounds.begin import BEGIN, begin
from cohorts.pages.rounds.list_of_rounds import list_of_rounds


def draw(here: Here) -> None:
    """The list, or at its own address the beginning of a round."""
    if BEGIN in st.query_params:
        begin(here)
    else:
        list_of_rounds(here)
