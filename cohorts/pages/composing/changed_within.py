"""A line behind which something is changed; for whoever only reads, the line alone."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cohorts.pages.composing.page import Page


def changed_within(page: Page, line: str, key: str, draw: Callable[[Page], None]) -> None:
    """``line``: Markdown; ``key``: what it is called in the address; ``draw``: what is within."""
    if page.here.reads_only:
        st.markdown(line)
        return
    with st.expander(line, key=key, bind="query-params") as folded:
        if folded.open:
            draw(page)
