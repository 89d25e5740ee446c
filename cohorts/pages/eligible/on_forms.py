"""Whom people named as a competitor on their form: each is asked, one answer a press."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import language, page_words, plain
from cohorts.people.relation import RelationKind
from cohorts.rounds.admitting.add_relation import LONGEST, add_relation
from cohorts.rules.named_rivals import MUTUAL, Unanswered, unanswered
from cohorts.words import say

t = page_words("eligible")
AT_ONCE = 4
WIDE = 640
SHOWN = 60
"""Signs of what somebody wrote."""


def on_forms(here: Here, found: TakingPart) -> None:
    """Only where a rule goes by it; those that are already kept apart can be let go here too."""
    if not any(one.code.startswith("rivals.") for one in found.round.remarks):
        return
    open_ = list(unanswered(found.round))
    if not open_:
        return
    st.subheader(plain(t("on_forms", count=len(open_))), anchor=False)
    st.markdown(plain(t("on_forms_about")))
    pages = -(-len(open_) // AT_ONCE)
    at = min(st.pagination(pages, key="on_forms"), pages) if pages > 1 else 1
    for one in open_[(at - 1) * AT_ONCE : at * AT_ONCE]:
        _one(here, found, one)


def _one(here: Here, found: TakingPart, one: Unanswered) -> None:
    by, whom = (found.round.applicants[found.round.rows[who]].label for who in one.people)
    naming = one.naming
    facts = {"by": by, "whom": whom, "written": naming.written[:SHOWN], "count": naming.among}
    key = "_".join(found.people.keys.of[who] for who in one.people)
    with st.container(border=True):
        own = one.how == MUTUAL  # of all such pairs one line says it elsewhere
        said = t("by_both", **facts) if own else say(f"rivals.{one.how}", language(), **facts)
        st.markdown(plain(said))
        if here.reads_only:
            return
        reason = st.text_input(
            t("why_not_rivals", by=by, whom=whom), key=f"why_{key}", max_chars=LONGEST, width=WIDE
        )
        with st.container(horizontal=True):
            yes = st.button(t("rivals_yes"), key=f"yes_{key}")
            no = st.button(t("rivals_no"), key=f"no_{key}")
        if yes or no:
            kind = RelationKind.COMPETITOR if yes else RelationKind.NONE
            _answer(here, found, one, kind, reason)


def _answer(
    here: Here, found: TakingPart, one: Unanswered, kind: RelationKind, reason: str
) -> None:
    """Of two competitors it is a must; that two are none has its reason."""
    a, b = (found.people.keys.of[who] for who in one.people)
    must = True if kind is RelationKind.COMPETITOR else None
    with acting() as done:
        add_relation(
            here.store,
            here.actor,
            here.round,
            a,
            b,
            kind=kind,
            must=must,
            reason=reason,
            seen=found.asked.revision,
        )
    if done:
        st.rerun()
