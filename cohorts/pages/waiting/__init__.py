"""The page *Wie wacht*: circles that cannot start yet, and what can be done for each."""

from __future__ import annotations

import streamlit as st

from cohorts.outlook.circles import circles_of
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.waiting.one_circle import one_circle, rest
from cohorts.pages.ways import go, way
from cohorts.rounds.asking.has_circles import has_circles
from cohorts.rounds.deciding.decision import Decision, decisions_of, standing
from cohorts.rounds.deciding.proposed import head_of
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of
from cohorts.rounds.proposing.reopened import proposal_of

t = page_words("waiting")


def draw(here: Here) -> None:
    """Of the decision that stands, else of the proposal at hand."""
    heading(t("head"), t("about"))
    if not has_circles(here.store, here.actor, here.round):
        st.markdown(plain(t("no_circles")))
        foot(t("after_no_circles"))
        return
    decided = standing(decisions_of(here.store, here.actor, here.round))
    head = _head(here, decided)
    if head is None:
        st.markdown(plain(t("nothing")))
        way(here, "composing", t("to_composing"))
        foot(t("after_nothing"))
        return
    proposal = proposal_of(here.store, here.actor, here.round, head.key)
    with proposal.programme.in_own_words():
        found = circles_of(proposal)
        st.markdown(plain(t("by", number=str(head.number))))
        if head.outdated:
            _outdated(here, decided)
        for circle in found.circles:
            one_circle(here, circle, found)
        rest(here, found)
        if not found.circles and not found.alone:
            st.markdown(plain(t("nobody")))
        elif foot(t("after"), t("to_board"), disabled=here.reads_only):
            go(here, "board", voorstel=head.key)


def _outdated(here: Here, decided: Decision | None) -> None:
    """What is signed is not composed anew: it is repaired."""
    if decided is None:
        st.info(plain(t("outdated")))
        return
    st.info(plain(t("outdated_decided")))
    way(here, "changes", t("to_changes"))


def _head(here: Here, decided: Decision | None) -> ProposalHead | None:
    heads = heads_of(here.store, here.actor, here.round)
    if decided is not None:
        return head_of(heads, decided.proposal)
    return at_hand(heads) if heads else None
