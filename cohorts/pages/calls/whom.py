"""Whom of the list somebody wants to see, such as whom to call still."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.calls.listed import Listed
from cohorts.pages.sought import holds
from cohorts.pages.told import counted, language, page_words, plain
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.ticks_asked import tick_said
from cohorts.words import say

t = page_words("calls")
EVERYBODY = "everybody"
CHOSEN = "calls_chosen"
"""In the session: a tap changes how many there are, and not what is looked at."""
WITHOUT = "without:"
"""Before the name of what is not ticked off."""


def whom(people: Sequence[Listed], asked: Sequence[str]) -> tuple[list[Listed], str]:
    """Those who are chosen, and the choice."""
    chosen = st.session_state.get(CHOSEN, EVERYBODY)
    kinds = {kind: of for kind, of in _kinds(people, asked).items() if of or kind == chosen}
    options = list(kinds)
    with st.container(horizontal=True, key="looking"):
        kind = st.selectbox(
            t("show"),
            options,
            index=options.index(chosen) if chosen in kinds else 0,
            format_func=lambda one: counted(_said(one), len(kinds[one])),
            # another count is another label, which the browser would not know as chosen
            key="_".join(["toon", *(f"{one}{len(of)}" for one, of in kinds.items())]),
        )
        sought = st.text_input(t("search"), key="zoek", bind="query-params", type="search") or ""
    st.session_state[CHOSEN] = kind
    found = [one for one in kinds[kind] if holds(one.one, sought)]
    if not found:
        st.markdown(plain(t("nobody_found")))
    return found, f"{kind}_{sought}"


def _kinds(people: Sequence[Listed], asked: Sequence[str]) -> dict[str, list[Listed]]:
    """Each with whom."""
    there = [one for one in people if one.there and not one.away]
    kinds = {
        "to_call": [one for one in there if one.to_call],
        "over": [one for one in there if one.over],
        "untold": [one for one in there if one.due],
        **{state.value: [one for one in there if one.state is state] for state in Called},
    }
    # before anything is ticked off of anybody, nothing is missing
    ticked = {name for one in there for name in one.ticks}
    kinds |= {
        f"{WITHOUT}{name}": [one for one in there if name not in one.ticks]
        for name in asked
        if name in ticked
    }
    kinds["gone"] = [one for one in people if not one.there]
    return {EVERYBODY: [*people], **kinds}


def _said(kind: str) -> str:
    if kind.startswith(WITHOUT):
        return t("show_without", name=tick_said(kind.removeprefix(WITHOUT), language()))
    if kind in {*Called}:
        return say(f"calling.{kind}", language())
    return t(f"show_{kind}")
