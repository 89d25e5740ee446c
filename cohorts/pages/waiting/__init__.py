"""The page *Wie wacht*: circles that cannot start yet, and what can be done for each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.outlook.circles import circles_of
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.waiting.begin import begin
from cohorts.pages.waiting.one_circle import one_circle, rest
from cohorts.pages.ways import go, way
from cohorts.rounds.asking.has_circles import has_circles
from cohorts.rounds.deciding.decision import Decision, decisions_of, standing
from cohorts.rounds.deciding.proposed import head_of
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of
from cohorts.rounds.proposing.keep import Made
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
        elif decided is not None and head.key != decided.proposal:
            st.info(plain(t("not_signed", number=str(head.number))))
            way(here, "decision", t("to_decision"))
        for circle in found.circles:
            one_circle(here, circle, found)
            if not head.outdated and not here.reads_only:
                begin(here, circle, found, head, signed=decided is not None)
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
        return _with_begun(heads, head_of(heads, decided.proposal))
    return at_hand(heads) if heads else None


def _with_begun(heads: Sequence[ProposalHead], head: ProposalHead) -> ProposalHead:
    """The last in which circles were begun since this one; itself where none was."""
    for one in heads:
        if one.before == head.key and one.made is Made.CIRCLE and not one.outdated:
            head = one
    return head
