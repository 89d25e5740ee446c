"""How somebody of the reserve is asked: their number, and a text to send them."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.telephone_shown import telephone_shown
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.reports.called import called
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.posting.remedy import remedy_of
from cohorts.rounds.posting.reserve_list import has_reserve_list
from cohorts.words.dutch_time import dutch_day

t = page_words("changes")


def number_of(one: Applicant) -> None:
    """To tap; where none is known, that."""
    shown = telephone_shown(one)
    st.markdown(f"{plain(t('call_them'))} {shown}" if shown else plain(t("no_telephone")))


def text_to_send(here: Here, since: Changed, one: Applicant, group: int, until: datetime) -> None:
    """With before when to answer, and where as far as that is known; nobody else is named in it.

    A reserve list is spoken of only where letters said that there is one.
    """
    programme = since.proposal.programme
    contact = remedy_of(here.store, here.actor, here.round).contact
    st.markdown(plain(t("ask_self")))
    listed = has_reserve_list(here.store, here.actor, here.round)
    text = t(
        f"ask_text{'' if listed else '_free'}{'_at' if contact else ''}",
        who=one.name or one.label,
        group=called(programme, group, here.language),
        programme=programme.title[here.language],
        until=dutch_day(until.astimezone(UTC).isoformat(), here.language),
        contact=contact,
    )
    st.code(text, language=None, wrap_lines=True)
