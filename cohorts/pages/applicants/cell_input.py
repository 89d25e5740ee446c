"""A place to type a value: a choice where the field has answers of its own, else a text."""

from __future__ import annotations

import streamlit as st

from cohorts.intake.fields.column_kinds import JOINED
from cohorts.pages.applicants.cell_said import OPTIONS, option_said
from cohorts.pages.applicants.named import label_of
from cohorts.pages.applicants.take_file import t

LONG = 80
"""From so many signs on a text gets several lines."""


def cell_input(column: str, text: str, *, key: str) -> str | None:
    """What stands there now; None as long as nothing was chosen."""
    label = label_of(column)
    if column in OPTIONS:
        return _choice(label, column, text, key)
    if column in JOINED or len(text) > LONG or "\n" in text:
        return st.text_area(label, text, key=key)
    return st.text_input(label, text, key=key)


def _choice(label: str, column: str, text: str, key: str) -> str | None:
    codes = ["", *OPTIONS[column]]
    known = codes.index(text) if text in codes else None
    return st.selectbox(
        label,
        codes,
        index=known,
        format_func=lambda code: option_said(column, code) if code else t("not_known"),
        placeholder=text or t("choose"),
        key=key,
    )
