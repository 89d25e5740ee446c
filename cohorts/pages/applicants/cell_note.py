"""A line under a cell: what is wrong with it, or as what it was read."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from cohorts.pages.applicants.templates import HTML


class Sort(StrEnum):
    """Each has a sign and a colour."""

    FAULT = "fault"
    GOOD = "good"
    NOTED = "noted"


TEMPLATE = HTML.from_string('<p class="cell-note {{ sort }}"><bdi>{{ text }}</bdi></p>')


def cell_note(text: str, sort: Sort) -> None:
    """As text, whatever stands in it."""
    st.html(TEMPLATE.render(text=text, sort=sort.value))
