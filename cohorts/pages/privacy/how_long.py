"""How long each kind of data stays, from when and why; and a form that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import day
from cohorts.pages.open_form import open_form
from cohorts.pages.privacy.templates import HTML
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.keeping.due import Due
from cohorts.rounds.keeping.everything import EVERYTHING
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.keeping.times_kept import LEAST, MOST, OBJECT, YEARS, Keeping, set_keeping
from cohorts.words import say

t = page_words("privacy")
FURTHEST = timedelta(days=MOST)
BEFORE = "before_day"
"""The name of that field; the others are called as their kind."""
WIDE = 420
"""Pixels of a field."""


def how_long(here: Here, keeping: Keeping, due: Sequence[Due], *, may: bool) -> None:
    """A table, and folded under it the form."""
    st.header(plain(t("how_long")), anchor=False)
    st.html(HTML.get_template("how_long.html.jinja").render(t=t, rows=[*_rows(keeping, due)]))
    st.markdown(plain(t("stays")))
    if may:
        with st.expander(plain(t("change"))):
            _form(here, keeping)


def _rows(keeping: Keeping, due: Sequence[Due]) -> Iterator[dict[str, str]]:
    next_ = {one.kind: day(one.next) for one in due if one.next and not one.count}
    now = {one.kind for one in due if one.count}
    for name in KINDS:
        words = {one: say(f"keeping.{name}_{one}", language()) for one in ("from", "why")}
        yield {
            "what": say(f"keeping.{name}", language()),
            "time": t("days", count=keeping.days[name], since=words["from"]),
            "why": words["why"],
            "next": t("due_now") if name in now else next_.get(name, t("none_yet")),
        }
    yield {
        "what": t("notes"),
        "time": t("notes_time"),
        "why": t("notes_why"),
        "next": t("by_itself"),
    }
    yield {
        "what": say(f"keeping.{EVERYTHING}", language()),
        "time": t("before", day=day(f"{keeping.before.isoformat()}T12:00:00Z")),
        "why": say(f"keeping.{EVERYTHING}_why", language(), years=YEARS),
        "next": t("due_now") if EVERYTHING in now else next_.get(EVERYTHING, t("none_yet")),
    }


def _form(here: Here, keeping: Keeping) -> None:
    today = date.today()  # noqa: DTZ011 - as the server's calendar has it
    shown: Mapping[str, Any] = {**keeping.days, BEFORE: keeping.before}
    form = open_form(here, OBJECT, keeping.revision, shown)
    until, stood = form.shown[BEFORE], form.stood[BEFORE]
    days = {
        name: st.number_input(
            t("days_of", what=say(f"keeping.{name}", language())),
            LEAST,
            MOST,
            form.shown[name],
            key=form.key(name),
            width=WIDE,
        )
        for name in KINDS
    }
    before = st.date_input(
        t("erase_before"),
        until,
        min_value=min(stood, until or stood, today + timedelta(days=1)),
        max_value=max(stood, until or stood, today + FURTHEST),
        format="DD-MM-YYYY",
        key=form.key(BEFORE),
        width=WIDE,
    )
    if st.button(plain(t("keep")), key=form.key("keep")):
        of = (here.store, here.actor, here.round)
        form.keep(lambda: set_keeping(*of, before, days, seen=form.seen))
    form.tell(
        {**{name: say(f"keeping.{name}", language()) for name in KINDS}, BEFORE: t("erase_before")}
    )
