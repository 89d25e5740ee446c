"""There is a decision: what it is, who hears it, what is shared, and how it is opened again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.decision.earlier import earlier
from cohorts.pages.decision.papers import papers
from cohorts.pages.decision.sharing import WIDE, sharing
from cohorts.pages.decision.telling import telling
from cohorts.pages.decision.what import what
from cohorts.pages.first_meeting_part import first_meeting_part
from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.pages.with_names import with_names
from cohorts.record.hide import as_told
from cohorts.reports.stamp import Stamp
from cohorts.rounds.deciding.decide import revision_seen
from cohorts.rounds.deciding.decision import Decision
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.group_coaches import coaches_of
from cohorts.rounds.deciding.moments import day_of, day_said
from cohorts.rounds.deciding.proposed import head_of
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.since_decided import since_decided
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.reopened import proposal_of

t = page_words("decision")


def decided(
    here: Here,
    last: Decision,
    decisions: Sequence[Decision],
    heads: Sequence[ProposalHead],
    *,
    tied: bool,
) -> None:
    """The rest of the page.

    ``tied``: a tie keeps them from somebody, so nothing is told, taken along or opened again.
    """
    _summary(here, last)
    _since(here, head_of(heads, last.proposal))
    proposal = proposal_of(here.store, here.actor, here.round, last.proposal)
    told = as_told(proposal)
    if tied:
        with proposal.programme.in_own_words():
            what(told, last.deviation, here.language, t("decided"))
        earlier(here, decisions[:-1])
        return
    st.header(plain(t("share")), anchor=False)
    stamp = Stamp(day_of(last.at), number=last.proposal_number, signed=last.signed, head=last.head)
    with proposal.programme.in_own_words():
        start = first_meeting_part(here, told)
        coaches = coaches_of(here.store, here.actor, here.round)
        sharing(here, told, stamp, start, coaches.by_group)
        papers(here, told, head_of(heads, last.proposal), stamp, start, coaches=coaches)
        way(here, "post", t("to_letters"))
        left = telling(here, proposal)
        what(told, last.deviation, here.language, t("decided"))
    _dossier(here, last)
    if not here.reads_only:
        _reopen(here, last)
    earlier(here, decisions[:-1])
    foot(t("after_told", count=left) if left else t("after_all_told"))


def _summary(here: Here, last: Decision) -> None:
    day = day_said(last.at, here.language)
    signed = t("signed_by", name=last.signed, day=day, by=last.by)
    st.success(plain(signed))
    if last.reason:
        st.markdown(plain(t("with_reason", reason=last.reason)))


def _since(here: Here, signed: ProposalHead) -> None:
    """Who left it since, by name; else that something else changed."""
    since = since_decided(here.store, here.actor, here.round, signed)
    gone = len(since.left) + since.nameless
    if since.left:
        st.warning(plain(t("left_since", people=since.left)))
        way(here, "changes", t("to_changes"))
    elif signed.outdated and not gone:
        st.warning(plain(t("outdated_since")))


def _dossier(here: Here, last: Decision) -> None:
    st.header(plain(t("dossier")), anchor=False)
    st.markdown(plain(t("dossier_about")))
    make = partial(dossier, here.store, here.actor, here.round, last.key, here.language)
    name = t("dossier_name", number=str(last.number))
    with_names(here, t("take_dossier"), make, name, key="take_dossier")


def _reopen(here: Here, last: Decision) -> None:
    """With a reason; nothing of the decision is lost."""
    seen = revision_seen(here.store, here.actor, here.round)
    st.header(plain(t("reopen")), anchor=False)
    with st.expander(t("do_reopen")):
        st.markdown(plain(t("reopen_about")))
        reason = st.text_area(
            t("reopen_why"), key=f"open_{last.key}", max_chars=2_000, height=96, width=WIDE
        )
        if st.button(t("do_reopen"), key="reopen"):
            with acting() as done:
                reopen_decision(
                    here.store, here.actor, here.round, last.key, reason=reason, seen=seen
                )
            if done:
                st.rerun()
