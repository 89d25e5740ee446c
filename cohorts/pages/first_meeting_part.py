"""The first meeting: when and where, kept with the round; what letters and papers say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.here import Here
from cohorts.pages.open_form import OpenForm, open_form
from cohorts.pages.told import page_words, plain
from cohorts.record.group_name import group_name
from cohorts.reports.meets import first_meeting_said
from cohorts.reports.start import Start, start_of
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.posting.first_meeting import (
    LONGEST,
    OBJECT,
    FirstMeeting,
    first_meeting_in,
    set_first_meeting,
)
from cohorts.rounds.roles import READERS

t = page_words("decision")
YEARS = 5
"""How far ahead it can be."""
NARROW, WIDE = 170, 360
"""Pixels of a field."""


def first_meeting_part(here: Here, proposal: Proposal) -> Start | None:
    """Folded, with what is known of it on the outside; gives from when all meetings are counted."""
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        seen = revision_of(connection, here.round, OBJECT)
        first = first_meeting_in(connection, here.round)
    start = start_of(first, proposal.programme)
    groups = proposal.composition.groups
    said = {n: first_meeting_said(proposal, n, start, here.language) for n in groups}
    several = {n: when for n, when in said.items() if len(set(said.values())) > 1}
    known = t("first_unknown")
    if first is not None:
        when = first_meeting_said(proposal, min(groups), start, here.language) if groups else ""
        known = t("first_known", when=t("first_differs") if several else when)
    shown: Mapping[str, Any] = {"day": None, "at": None, "place": ""}
    form = open_form(here, OBJECT, seen, shown if first is None else asdict(first))
    with st.expander(plain(known), expanded=form.was_refused, key=form.key("fold")):
        st.markdown(plain(t("first_about")))
        for number, when in several.items():
            name = group_name(proposal, number, here.language)
            st.markdown(plain(t("first_of", group=name, when=when)))
        if not here.reads_only:
            _asked(here, proposal, form)
    form.tell({name: t(f"first_{name}") for name in shown})
    return start


def _asked(here: Here, proposal: Proposal, form: OpenForm[Any]) -> None:
    earliest, shown = proposal.round.on, form.shown
    days = [earliest, date(earliest.year + YEARS, 12, 31), *filter(None, [shown["day"]])]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            t("first_day"),
            value=shown["day"],
            min_value=min(days),
            max_value=max(days),
            format="DD-MM-YYYY",
            key=form.key("day"),
            width=NARROW,
        )
        at = st.time_input(
            t("first_at"),
            value=shown["at"],
            key=form.key("at"),
            width=NARROW,
        )
        place = st.text_input(
            t("first_place"),
            value=shown["place"],
            max_chars=LONGEST,
            key=form.key("place"),
            width=WIDE,
        )
    if not st.button(t("keep_first"), key=form.key("keep")):
        return
    if day is None and (at is not None or (place or "").strip()):
        st.warning(plain(t("first_needs_day")))
        return
    said = None if day is None else FirstMeeting(day, at, place or "")
    of = (here.store, here.actor, here.round)
    form.keep(lambda: set_first_meeting(*of, said, seen=form.seen))
