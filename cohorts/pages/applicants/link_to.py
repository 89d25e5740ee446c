"""A link of this page to another of its addresses, as a line of text."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.applicants.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.ways import address

TEMPLATE = HTML.from_string('<p class="link-to"><a href="{{ address }}">{{ label }}</a></p>')


def link_to(here: Here, label: str, **query: str) -> None:
    """``query``: what more its address names."""
    st.html(TEMPLATE.render(address=address(here, "applicants", **query), label=label))
