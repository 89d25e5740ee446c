"""The heading of a page: what it is called, and where the focus is when it opens."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.told import plain


def heading(text: str, about: str = "") -> None:
    """Once a page, at its top. ``about``: one sentence under it."""
    with st.container(key="heading"):
        st.title(plain(text), anchor=False)
        if about:
            st.markdown(plain(about))
