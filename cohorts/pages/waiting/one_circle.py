"""One circle in preparation: who waits, whom to recruit, a text to forward, what can be done."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.outlook.circles import Circle, Circles
from cohorts.outlook.circles.circle_text import none_said, said_of, text_to_forward
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain

t = page_words("waiting")


def one_circle(here: Here, circle: Circle, circles: Circles) -> None:
    """Under its own heading."""
    said = said_of(circle, circles, here.language)
    st.header(plain(said.title), anchor=False)
    st.markdown(plain(said.waiting))
    if said.findings:
        _list(said.findings)
    st.subheader(plain(t("lacks")), anchor=False)
    st.markdown(plain(said.lack))
    if text := text_to_forward(circle, circles, here.language):
        st.markdown(plain(t("forward")))
        st.code(text, language=None, wrap_lines=True)
    st.subheader(plain(t("choices")), anchor=False)
    _list(said.choices)


def rest(here: Here, circles: Circles) -> None:
    """Who fits in none; nothing where everybody does."""
    section = none_said(circles, here.language)
    if section is not None:
        st.header(plain(section.title), anchor=False)
        _list(section.lines)


def _list(lines: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(line.strip())}" for line in lines))
