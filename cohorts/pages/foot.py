"""The bottom of a page: what happens next, and the one button that leads there."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.told import plain
from cohorts.store.canonical import sha256


def foot(next_: str, label: str | None = None, *, of: str = "", disabled: bool = False) -> bool:
    """Once a page, at its end. ``next_``: what happens next, in a sentence.

    ``label``: of the one primary button of the page; None where there is nothing to press. Gives
    whether it was pressed: somebody else may have acted since the page was drawn, so a press counts
    for the button that was seen and for no other that stands in its place. ``of``: what else was
    seen that it is about; where that is another by now, a press counts for nothing.
    """
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(next_))
        if label is None:
            return False
        key = f"foot {label} {sha256(of)}" if of else f"foot {label}"
        return st.button(plain(label), key=key, type="primary", disabled=disabled)
