"""Texts for who is not done, to copy into an e-mail: nothing of what anybody said stands in them.

The address in them is that of the ballot, the same for every member: it lets nobody in.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.under import whole
from cohorts.pages.ways import LANGUAGE, ROUND
from cohorts.rounds.accounts.only_here import only_here
from cohorts.rounds.balloting.progress import HowFar
from cohorts.rounds.judging.extensions import extensions_of
from cohorts.rounds.judging.reason_said import reason_said
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.members.member import Member
from cohorts.words.dutch_time import dutch_time

t = page_words("committee")


def remind_of_ties(here: Here, far: Sequence[HowFar]) -> None:
    """While ties are told: of who has not told all of theirs."""
    _to_copy(here, "remind_ties", [one.member for one in far if not one.ties and not one.out])


def remind_of_votes(here: Here, head: StageHead, far: Sequence[HowFar]) -> None:
    """While votes are taken: of who has not sent in. After that nobody can any more."""
    if head.is_open and head.closes_at:
        closes = dutch_time(head.closes_at, here.language)
        _to_copy(here, "remind", _not_done(far), closes=closes)


def tell_more_time(here: Here, head: StageHead, far: Sequence[HowFar]) -> None:
    """Once everybody has more time: for who is not at their ballot, and so does not read it."""
    found = extensions_of(here.store, here.actor, here.round, head.key)
    if head.is_open and found and found[-1].closes_at == head.closes_at:
        closes = dutch_time(found[-1].closes_at, here.language)
        why = reason_said(found[-1].reason, here.language)
        _to_copy(here, "tell_extended", _not_done(far), closes=closes, reason=why)


def _not_done(far: Sequence[HowFar]) -> list[Member]:
    return [one.member for one in far if not one.is_done]


def _to_copy(here: Here, which: str, members: Sequence[Member], **facts: str) -> None:
    """``which``: of the words; nothing where nobody is to be told."""
    if not members:
        return
    with st.expander(t(which, count=len(members))):
        st.markdown(plain(t("remind_about")))
        emails = "; ".join(one.email for one in members if one.email)
        if emails:
            st.code(emails, language=None, wrap_lines=True)
        name = next(o.name for o in rounds_of(here.store, here.actor) if o.key == here.round)
        query = urlencode({LANGUAGE: here.language.value, ROUND: here.round})
        address = whole(f"/stembiljet?{query}")
        if only_here(address):
            st.warning(plain(t("remind_only_here")))
        text = t(f"{which}_text", round=name, address=address, **facts)
        st.code(text, language=None, wrap_lines=True)
