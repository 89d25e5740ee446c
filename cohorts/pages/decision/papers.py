"""*Papieren*: what is printed for the first meeting, pile by pile, and all of it at once."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.decision.coaches_part import coaches_part
from cohorts.pages.decision.sharing import WIDE
from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.with_names import logged, with_names
from cohorts.record.hide import as_told
from cohorts.reports.page.attendance_page import meeting_titles
from cohorts.reports.papers import Papers, Pile
from cohorts.reports.sharing import HTML
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.rounds.deciding.group_coaches import GroupCoaches, coaches_of
from cohorts.rounds.deciding.still_coming import still_coming
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.words import say

t = page_words("decision")


def papers(
    here: Here,
    told: Proposal,
    signed: ProposalHead,
    stamp: Stamp,
    start: Start | None,
    *,
    coaches: GroupCoaches,
) -> None:
    """Each is made at its press, of whoever still comes then; ``told``: the decision."""
    if not told.composition.groups:
        return
    st.subheader(plain(t("papers")), anchor=False)
    st.markdown(plain(t("papers_about")))
    coaches_part(here, told, coaches)
    make = partial(_made, here, told, signed, stamp, start)
    named = Papers(told, told, stamp, here.language, start)
    coach = told.programme.several("coach", here.language)
    meeting = _meeting(here, told)
    with st.container(horizontal=True):
        for pile in Pile:
            of = meeting if pile is Pile.ATTENDANCE else None
            download(
                here,
                t(f"take_{pile}", coach=coach),
                logged(here, partial(_pile, make, pile, of), named.name(pile, of), named=True),
                named.name(pile, of),
                mime=HTML,
                key=f"paper_{pile}_{of}_{start and start.day}",
            )
    name = say("handout.name_all", here.language, number=str(stamp.number))
    key = f"papers_{start and start.day}"
    with_names(here, t("take_papers"), lambda: make().whole(), name, key=key)


def _meeting(here: Here, told: Proposal) -> int | None:
    """Which meeting the list is signed at, where the programme has more than one."""
    titles = meeting_titles(told, here.language)
    if len(titles) < 2:  # noqa: PLR2004 - no choice
        return 0 if titles else None
    return st.selectbox(
        t("which_meeting"),
        range(len(titles)),
        format_func=lambda at: f"{at + 1}. {titles[at]}",
        key="paper_meeting",
        width=WIDE,
    )


def _made(
    here: Here, told: Proposal, signed: ProposalHead, stamp: Stamp, start: Start | None
) -> Papers:
    coming = still_coming(here.store, here.actor, here.round, signed)
    coaches = coaches_of(here.store, here.actor, here.round).by_group
    return Papers(told, as_told(coming), stamp, here.language, start, coaches)


def _pile(make: partial[Papers], pile: Pile, meeting: int | None) -> bytes:
    return make().pile(pile, meeting)
