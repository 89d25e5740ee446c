"""Forms that keep themselves: what is filled in is kept at once, and only what is half typed waits.

A form shows what is kept. Where that changed elsewhere it begins anew; where the change was its own
it stays as it is, with the focus where it was.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import BaseModel

from cohorts.errors import CohortsError
from cohorts.pages.composing.page import Page, done, told_here
from cohorts.pages.told import trouble


def form_key(name: str, kept: BaseModel) -> str:
    """What the widgets of a form are called, as long as what it shows is what is kept."""
    place, text = f"form_{name}", kept.model_dump_json()
    number, shown = st.session_state.get(place, (0, text))
    if shown != text:
        number += 1
    st.session_state[place] = (number, text)
    return f"{name}_{number}"


def kept_at_once(
    page: Page,
    name: str,
    kept: BaseModel,
    typed: Callable[[], BaseModel],
    act: Callable[[int], int],
) -> None:
    """Keeps what is typed where it differs; tells what is wrong with it, in place.

    ``typed``: the same as it is filled in, raises InputError; ``act``: see :func:`done`.
    """
    told_here(name)
    try:
        now = typed()
    except CohortsError as error:
        trouble(error)
        return
    if now == kept:
        return
    number, _ = st.session_state[f"form_{name}"]
    if done(page.here, name, act):
        st.session_state[f"form_{name}"] = (number, now.model_dump_json())
    else:
        st.session_state[f"form_{name}"] = (number + 1, kept.model_dump_json())
    st.rerun()
