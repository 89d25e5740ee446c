"""Somebody who stands in no file: a few fields first; the rest on their card."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.applicants.cell_said import OPTIONS, option_said
from cohorts.pages.applicants.link_to import link_to
from cohorts.pages.applicants.named import label_of
from cohorts.pages.applicants.take_file import t
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.ways import go
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.people.kept_people import people_of

ASKED = ("name", "company", "email", "phone", "place", "fte", "status")


def draw(here: Here) -> None:
    """Kept when the button is pressed."""
    link_to(here, t("to_list"))
    heading(t("new_head"), t("new_about"))
    seen = people_of(here.store, here.actor, here.round).revision
    typed: dict[str, str] = {}
    for at in range(0, len(ASKED), 2):
        for column, place in zip(ASKED[at : at + 2], st.columns(2), strict=False):
            with place:
                typed[column] = _field(column)
    if foot(t("new_next"), t("new_add")):
        with acting() as done:
            person = add_somebody(here.store, here.actor, here.round, typed, seen=seen)
        if done:
            go(here, "applicants", persoon=person)


def _field(column: str) -> str:
    label = label_of(column)
    if column in OPTIONS:
        chosen = st.selectbox(
            label,
            ["", *OPTIONS[column]],
            format_func=lambda code: option_said(column, code) if code else t("not_known"),
            key=f"new_{column}",
        )
        return chosen or ""
    return st.text_input(label, key=f"new_{column}") or ""
