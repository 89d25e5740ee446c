"""Who takes part: how many, who, and of whom a condition is not known to be met yet."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.eligible.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import language, page_words, plain

t = page_words("eligible")


def who_is_in(here: Here, found: TakingPart) -> None:
    """Counted in a line; by name within."""
    round_ = found.round
    st.markdown(f"**{plain(t('count', count=round_.n, all=round_.n + len(round_.set_aside)))}**")
    if round_.n:
        with st.expander(t("in", count=round_.n)):
            st.html(
                HTML.get_template("names.html.jinja").render(
                    people=[
                        {"name": one.label, "address": found.address(here, one.id)}
                        for one in sorted(round_.applicants, key=lambda a: a.label.casefold())
                    ]
                )
            )
    if round_.asked:
        with st.expander(t("to_ask", count=len({a.id for a, _ in round_.asked}))):
            st.markdown(plain(t("to_ask_about")))
            _to_ask(here, found)


def _to_ask(here: Here, found: TakingPart) -> None:
    programme = found.asked.programme
    rows = [
        {
            "name": who.label,
            "address": found.address(here, who.id),
            "why": programme.condition(said.condition).sentence(said, language()),
            "places": [],
        }
        for who, said in sorted(found.round.asked, key=lambda one: one[0].label.casefold())
    ]
    st.html(HTML.get_template("aside.html.jinja").render(t=t, rows=rows, referred=False))
