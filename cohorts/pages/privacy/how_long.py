"""How long each kind of data stays, from when and why; and a form that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import day
from cohorts.pages.privacy.templates import HTML
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.keeping.due import Due
from cohorts.rounds.keeping.everything import EVERYTHING
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.keeping.times_kept import LEAST, MOST, YEARS, Keeping, set_keeping
from cohorts.words import say

t = page_words("privacy")
FURTHEST = timedelta(days=MOST)
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
    """Keys hold the revision: what was typed over another state is not kept."""
    today = date.today()  # noqa: DTZ011 - as the server's calendar has it
    days = {
        name: st.number_input(
            t("days_of", what=say(f"keeping.{name}", language())),
            LEAST,
            MOST,
            keeping.days[name],
            key=f"days_{name}_{keeping.revision}",
            width=WIDE,
        )
        for name in KINDS
    }
    before = st.date_input(
        t("erase_before"),
        keeping.before,
        min_value=min(keeping.before, today + timedelta(days=1)),
        max_value=max(keeping.before, today + FURTHEST),
        format="DD-MM-YYYY",
        key=f"before_{keeping.revision}",
        width=WIDE,
    )
    if st.button(plain(t("keep")), key=f"keep_{keeping.revision}"):
        with acting() as done:
            of = (here.store, here.actor, here.round)
            set_keeping(*of, before, days, seen=keeping.revision)
        if done:
            st.rerun()
