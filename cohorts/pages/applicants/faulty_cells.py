"""Only the cells that are wrong: a place to type each anew, and what the reader says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.applicants.cell_input import cell_input
from cohorts.pages.applicants.cell_note import Sort, cell_note
from cohorts.pages.applicants.faulty import Faulty
from cohorts.pages.applicants.in_lines import in_line
from cohorts.pages.applicants.named import named, short
from cohorts.pages.applicants.take_file import t
from cohorts.pages.told import plain

AT_ONCE = 8
Mend = Callable[[str, str, str], object]
"""Keeps (place, column, text)."""


def faulty_cells(faulty: Sequence[Faulty], mend: Mend, of: str) -> None:
    """Nothing where nothing is wrong. ``of``: what makes them other cells than before."""
    if faulty:
        st.header(plain(faulty_head(faulty)), anchor=False)
        cells(faulty, mend, of)


def faulty_head(faulty: Sequence[Faulty]) -> str:
    """How many cannot be read yet."""
    wrong = _wrong(faulty)
    return t("faulty_head" if wrong else "faulty_all_mended", count=wrong)


def _wrong(faulty: Sequence[Faulty]) -> int:
    return sum(bool(one.fault) for one in faulty)


def cells(faulty: Sequence[Faulty], mend: Mend, of: str) -> None:
    """The cells without a heading, a few at a time."""
    if _wrong(faulty):
        st.markdown(plain(t("faulty_about")))
    pages = -(-len(faulty) // AT_ONCE)
    at = st.pagination(pages, key=f"faulty_{of}") if pages > 1 else 1
    for one in faulty[(at - 1) * AT_ONCE : at * AT_ONCE]:
        _cell(one, mend, of)


def _cell(one: Faulty, mend: Mend, of: str) -> None:
    with st.container(key=f"faulty_{of}_{one.place}_{one.column}"):
        left, right = st.columns([1, 2])
        with left:
            row = t("in_row", row=one.place) if one.place.isdigit() else ""
            in_line(" · ".join(filter(None, (named(one.who), row))))
        with right:
            typed = cell_input(one.column, one.text, key=f"mend_{of}_{one.place}_{one.column}")
            _say(one)
    if typed is not None and typed != one.text:
        with acting() as done:
            mend(one.place, one.column, typed)
        if done:
            st.rerun()


def _say(one: Faulty) -> None:
    """What is wrong with it; of what was mended, as what it was read."""
    if one.fault:
        cell_note(one.fault, Sort.FAULT)
    elif one.reads:
        cell_note(t("reads_as", value=short(one.reads)), Sort.GOOD)
    else:
        cell_note(t("reads_nothing"), Sort.GOOD)
