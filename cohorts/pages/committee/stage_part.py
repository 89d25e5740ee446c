"""One step of the choice as it stands: what is asked, who judges, how far it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.committee.beginning import in_short
from cohorts.pages.committee.fixed import fixed, who_judges
from cohorts.pages.committee.following import following
from cohorts.pages.committee.next_step import NextStep
from cohorts.pages.committee.opening import judging_next, votes_next
from cohorts.pages.committee.outcome import draw as outcome
from cohorts.pages.committee.paper import draw as on_paper
from cohorts.pages.committee.paper import receipts_after
from cohorts.pages.committee.stage_planned import planned, ready_next
from cohorts.pages.committee.taking_part import taking_part
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.judging.stage_head import Phase, StageHead
from cohorts.rounds.members.member import Member
from cohorts.words.dutch_time import dutch_time

t = page_words("committee")


def stage_part(here: Here, head: StageHead, members: Sequence[Member]) -> NextStep | None:
    """The one that is under way; gives what is to be done next, None where its part says so."""
    st.header(plain(called(here, head)), anchor=False)
    _in_words(here, head, members)
    if head.phase is Phase.PLANNED:
        taking_part(here, head)
        fixed(here, head.plan, t("will_be_fixed"))
        planned(here, head, members)
        return ready_next(here, head, members)
    with st.expander(t("is_fixed")):
        fixed(here, head.plan)
    if head.phase in (Phase.INTERESTS, Phase.JUDGING):
        next_ = votes_next if head.phase is Phase.INTERESTS else judging_next
        progress = following(here, head)
        on_paper(here, head)
        return next_(here, head, progress)
    if head.phase is Phase.TALKING:
        following(here, head)
        on_paper(here, head)
        return NextStep(t("talking_next"))
    after = outcome(here, head)
    receipts_after(here, head)
    return after


def folded_stage(here: Here, head: StageHead, members: Sequence[Member]) -> None:
    """Another one: a line, and behind it the same."""
    with st.expander(plain(f"{called(here, head)} · {t(f'short_{head.phase}')}")):
        _in_words(here, head, members)
        if head.phase is Phase.PLANNED:
            fixed(here, head.plan, t("will_be_fixed"))
            planned(here, head, members)
            return
        fixed(here, head.plan, t("is_fixed"))
        outcome(here, head)
        receipts_after(here, head)


def called(here: Here, head: StageHead) -> str:
    """*Stap 1: Voorselectie*."""
    return t("stage", number=str(head.number), title=head.plan.stage.title[here.language])


def _in_words(here: Here, head: StageHead, members: Sequence[Member]) -> None:
    closes = dutch_time(head.closes_at, here.language) if head.closes_at else ""
    phase = "time_up" if head.phase is Phase.JUDGING and not head.is_open else head.phase.value
    st.markdown(plain(t(f"phase_{phase}", closes=closes)))
    st.markdown(plain(f"{in_short(head.plan.stage, here)}."))
    who_judges(here, head, members)
