"""The bottom of a page: what happens next, and the one button that leads there."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.told import plain


def foot(
    next_: str, label: str | None = None, key: str = "next", *, disabled: bool = False
) -> bool:
    """Once a page, at its end. ``next_``: what happens next, in a sentence.

    ``label``: of the one primary button of the page; None where there is nothing to press. Gives
    whether it was pressed.
    """
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(next_))
        if label is None:
            return False
        return st.button(plain(label), key=key, type="primary", disabled=disabled)
