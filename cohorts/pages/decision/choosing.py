"""Which proposal it is about: those that there are, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.decision import Decision
from cohorts.rounds.proposing.heads import ProposalHead, at_hand
from cohorts.store.keys import ProposalKey

t = page_words("decision")
ADDRESS = "voorstel"


def chosen(here: Here, heads: Sequence[ProposalHead], decisions: Sequence[Decision]) -> ProposalKey:
    """The one in the address; else the one at hand."""
    of = {head.key: head for head in reversed(heads)}
    asked = st.query_params.get(ADDRESS, "")
    first = next((key for key in of if key == asked), at_hand(heads).key)
    before = {one.proposal for one in decisions}
    st.header(plain(t("which")), anchor=False)
    picked: ProposalKey = st.radio(
        t("which"),
        list(of),
        index=list(of).index(first),
        format_func=lambda key: plain(_called(of[key], of, reopened=key in before)),
        label_visibility="collapsed",
        key=f"which_{here.round}_{len(of)}",
    )
    if picked != asked:
        st.query_params[ADDRESS] = picked
    return picked


def _called(head: ProposalHead, of: dict[ProposalKey, ProposalHead], *, reopened: bool) -> str:
    """``Voorstel 2 · vandaag 14.03 · op het bord gemaakt uit voorstel 1 · verouderd``."""
    before = of[head.before].number if head.before in of else 0
    made = t(f"made_{head.made}", number=str(before), by=head.by)
    parts = [t("proposal", number=str(head.number)), made, clock(head.at)]
    if head.outdated:
        parts.append(t("outdated"))
    if reopened:
        parts.append(t("was_decided"))
    return " · ".join(parts)
