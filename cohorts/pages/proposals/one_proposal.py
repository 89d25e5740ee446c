"""One proposal by itself: its groups as cards, who has no place and why."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.report_parts import PROPOSAL, part, t
from cohorts.pages.tied import is_tied, prepares_tied
from cohorts.pages.told import trouble
from cohorts.pages.ways import address, go
from cohorts.people.applicant import PHASES, SIZES
from cohorts.programme.own_words import in_own_words
from cohorts.record.hide import as_told
from cohorts.record.referred import facts_said
from cohorts.reports.by_standing import standing_said
from cohorts.reports.notices import notices_said
from cohorts.reports.outcome import counts, how_sure, musts, weakest_wish
from cohorts.reports.page.axis import axes_of
from cohorts.reports.page.cards import cards
from cohorts.reports.smaller_told import smaller_told
from cohorts.reports.without_group import without_group
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import Key, ProposalKey
from cohorts.words import Language

FOLDED_FROM = 13
"""From so many groups on, a card shows names only until it is opened."""


def one_proposal(here: Here, key: str) -> None:
    """Draws it; one that is not there is refused in words."""
    heads = heads_of(here.store, here.actor, here.round)
    try:
        proposal = proposal_of(here.store, here.actor, here.round, ProposalKey(Key(key)))
    except CohortsError as error:
        heading(t("head"))
        trouble(error)
        if foot(t("next_all"), t("to_all")):
            go(here, "proposals")
        return
    head = next(one for one in heads if one.key == key)
    before = next((one.number for one in heads if one.key == head.before), 0)
    made = t(f"made_{head.made}", before=before)
    when = t("when", at=clock(head.at), by=head.by)
    heading(t("one", number=head.number), f"{made} · {when}")
    prepares_tied(here)
    st.html(
        part(
            "of_one",
            here.language,
            all=address(here, "proposals"),
            decision=address(here, "decision", **{PROPOSAL: head.key}),
            outdated=head.outdated,
            erased=_erased(here, head, proposal),
        )
        + _drawn(proposal, here.language, sums=not is_tied(here))
    )
    if foot(t("next_this"), t("to_board", number=head.number)):
        go(here, "board", **{PROPOSAL: head.key})


def _erased(here: Here, head: ProposalHead, proposal: Proposal) -> int:
    """How many who sit in it were erased since."""
    people = people_of(here.store, here.actor, here.round, head.version)
    gone = {people.keys.ids[key] for key in people.erased}
    return len(gone & proposal.composition.seats.keys())


@lru_cache(maxsize=32)
def _drawn(proposal: Proposal, language: Language, *, sums: bool) -> str:
    """``sums``: with what the standing of all of them came to, which a tie keeps from some."""
    sum_of_votes = proposal.round.of_votes and not sums
    standing = "" if sum_of_votes else standing_said(proposal, language)
    return _groups(as_told(proposal), standing, language)


@in_own_words
def _groups(proposal: Proposal, standing: str, language: Language) -> str:
    placed = [a for members in proposal.composition.groups.values() for a in members]
    axes = axes_of(proposal)
    size = next((axis for field in SIZES for axis in axes if axis.field == field), None)
    silent = proposal.nothing_said_of or proposal.partly_said_of
    return part(
        "one_proposal",
        language,
        counts=counts(proposal, language),
        musts=musts(proposal, language),
        holds=proposal.score.hard == 0 and not silent,
        sure="" if proposal.answer is not None else how_sure(proposal, language),
        standing=standing,
        weakest=weakest_wish(proposal, language),
        smaller=smaller_told(proposal, language),
        notices=notices_said(proposal.notices, language, plainly=True),
        axis=size,
        phases=[phase for phase in PHASES if any(a.life_phase == phase for a in placed)],
        since=any(a.founded for a in placed),
        cards=cards(proposal, size, language),
        folded=len(proposal.composition.groups) >= FOLDED_FROM,
        without=without_group(proposal, language),
        facts=facts_said(proposal.referrals.values(), language),
    )
