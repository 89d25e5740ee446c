"""Adding a rule or a condition: chosen from a list that says what each is for, then filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from pydantic import BaseModel

from cohorts.conditions import conditions
from cohorts.pages.composing.fields import asked_fields, can_be_asked, form
from cohorts.pages.composing.page import Page, done, t, told_here
from cohorts.pages.told import language, plain
from cohorts.rounds.asking.add_condition import add_condition
from cohorts.rounds.asking.add_rule import add_rule
from cohorts.rules import rules
from cohorts.words import Language
from cohorts.words.sentences import sentences

KINDS: Mapping[str, Callable[[], Mapping[str, type[BaseModel]]]] = {
    "rule": rules,
    "condition": conditions,
}
ADDS: Mapping[str, Callable[..., int]] = {"rule": add_rule, "condition": add_condition}


def add_part(page: Page, what: str) -> None:
    """``what``: ``rule`` or ``condition``. Nothing is kept until it is added."""
    if page.here.reads_only:
        return
    number = st.session_state.setdefault(f"add_{what}_number", 0)
    key = f"{what}_erbij"
    with st.expander(t(f"{what}_add"), key=key, bind="query-params") as folded:
        if folded.open:
            _form(page, what, f"add_{what}_{number}")


def _form(page: Page, what: str, key: str) -> None:
    kinds = {
        name: kind
        for name, kind in KINDS[what]().items()
        # who sits fast is asked on the board
        if can_be_asked(kind) and not getattr(kind, "NAMES_SOMEBODY", False)
    }
    named = {name: _called(what, name) for name in kinds}
    chosen = st.selectbox(
        t(f"{what}_which"),
        sorted(kinds, key=lambda name: named[name].casefold()),
        None,
        format_func=named.__getitem__,
        key=f"{key}_which",
        placeholder=t("choose"),
    )
    told_here(f"add_{what}")
    if chosen is None:
        return
    kind = kinds[chosen]
    st.markdown(plain(about_of(chosen, kind)))
    usual = {
        name: None if one.is_required() else one.get_default()
        for name, one in asked_fields(kind).items()
    }
    values = form(kind, usual, f"{key}_{chosen}", page.people.applicants)
    if st.button(t("add"), key=f"{key}_add"):
        here = page.here
        if done(
            here,
            f"add_{what}",
            lambda seen: _added(page, what, chosen, values, seen),
        ):
            st.session_state[f"add_{what}_number"] += 1
        st.rerun()


def _added(page: Page, what: str, kind: str, values: Mapping[str, Any], seen: int) -> int:
    here = page.here
    return ADDS[what](here.store, here.actor, here.round, kind, values, seen=seen)


def about_of(name: str, kind: type[BaseModel]) -> str:
    """What it is for; in words of the page where its own say how it is spelt in a file."""
    own: Mapping[Language, str] = getattr(kind, "ABOUT", {})
    return sentences(language()).get(f"page_composing.about_{name}") or own[language()]


def _called(what: str, name: str) -> str:
    """What the list calls it, before anything is filled in."""
    return sentences(language()).get(f"page_composing.{what}_{name}", name)
