"""Two people by name, what they are to each other, and why: one relation more."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cohorts.errors import InputError, Problem
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import language, page_words, plain
from cohorts.people.relation import RelationKind
from cohorts.rounds.admitting.add_relation import LONGEST, add_relation
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("eligible")
WIDE = 640
KINDS = (
    RelationKind.COMPETITOR,
    RelationKind.FAMILY,
    RelationKind.KNOWS,
    RelationKind.COLLEAGUE,
    RelationKind.SUPPLIES,
    RelationKind.SAME_SECTOR,
    RelationKind.MET,
    RelationKind.TOGETHER,
    RelationKind.NONE,
)
"""What is asked most first."""
FIRM: Mapping[str, bool | None] = {"by_rule": None, "must": True, "wish": False}


def add_pair(here: Here, found: TakingPart) -> None:
    """The fields are empty again once it stands."""
    shown = found.people.shown
    names = {
        who: shown[who].label for who in sorted(shown, key=lambda w: shown[w].label.casefold())
    }
    now = found.asked.revision
    st.subheader(plain(t("add")), anchor=False)
    a = _who(names, "first", now)
    b = _who({who: name for who, name in names.items() if who != a}, "second", now)
    kind = st.selectbox(
        t("kind"),
        KINDS,
        format_func=lambda one: say(f"relations.as_written_{one}", language()),
        key=f"kind_{now}",
        width=WIDE,
    )
    firm = st.radio(
        plain(t("firm")),
        list(FIRM),
        format_func=lambda one: plain(t(f"firm_{one}")),
        key=f"firm_{now}",
        horizontal=True,
    )
    reason = st.text_input(t("reason"), key=f"reason_{now}", max_chars=LONGEST, width=WIDE)
    st.markdown(plain(t("reason_about")))
    if st.button(t("do_add"), key="add_relation"):
        with acting() as done:
            if a is None or b is None:
                raise InputError(Problem("asking.two_wanted"))
            must = None if kind is RelationKind.NONE else FIRM[firm or "by_rule"]
            add_relation(
                here.store,
                here.actor,
                here.round,
                a,
                b,
                kind=kind,
                must=must,
                reason=reason,
                seen=now,
            )
        if done:
            st.rerun()


def _who(names: Mapping[PersonKey, str], which: str, now: int) -> PersonKey | None:
    who: PersonKey | None = st.selectbox(
        t(which),
        list(names),
        index=None,
        format_func=lambda one: names[one],
        key=f"{which}_{now}",
        placeholder=t("choose"),
        width=WIDE,
    )
    return who
