"""The page *Wat nu*: what waits in a round, what changed in it, and how the work goes."""

from __future__ import annotations

from itertools import islice

import streamlit as st

from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.now.changed import news, where_one_was
from cohorts.pages.now.line import Line
from cohorts.pages.now.since import since
from cohorts.pages.now.waiting import waiting
from cohorts.pages.page_list import STEPS
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import page_words, shell_words
from cohorts.pages.ways import address, go
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.rounds_of import rounds_of

t = page_words("now")
MOST = 7
"""Lines, of what waits and what changed together."""
LINES = page_templates("now").get_template("lines.html.jinja")


def draw(here: Here) -> None:
    """What waits comes first; the first of it is also the button at the bottom."""
    round_ = next(one for one in rounds_of(here.store, here.actor) if one.key == here.round)
    log = events_since(here.store, here.actor, here.round)
    waits = waiting(here, round_, log)
    last = since(here)
    heading(t("title"), "" if round_.done else t("first"))
    _part(here, "waits", waits)
    if round_.done:
        found = list(islice(news(here, log, last), max(MOST - len(waits), 0)))
        if found:
            _part(here, "changed", found, t("since", at=clock(last)) if last else "")
        else:
            _part(here, "own", where_one_was(here, log), nothing=t("nothing_changed"))
    else:
        _part(here, "steps", [Line(t(f"step_{one.room}"), one.room) for one in STEPS], numbers=True)
    if not here.reads_only and foot(waits[0].next, waits[0].button):
        go(here, waits[0].room, **waits[0].query)


def _part(
    here: Here,
    name: str,
    lines: list[Line],
    about: str = "",
    nothing: str = "",
    *,
    numbers: bool = False,
) -> None:
    rows = [
        {
            "text": one.text,
            "room": shell_words(f"room_{one.room}"),
            "address": address(here, one.room, **one.query),
            "at": clock(one.at) if one.at else "",
        }
        for one in lines
    ]
    st.html(LINES.render(title=t(name), about=about, nothing=nothing, lines=rows, numbers=numbers))
