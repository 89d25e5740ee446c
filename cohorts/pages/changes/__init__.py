"""The page *Gestopt, te laat, erbij*: what changed since a decision, and how it is repaired."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.changes.hearing import hearing
from cohorts.pages.changes.reserve_part import reserve_part
from cohorts.pages.changes.solving import solving
from cohorts.pages.changes.what_changed import what_changed
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.report_parts import style
from cohorts.pages.tied import decides_not
from cohorts.pages.told import page_words, plain, trouble
from cohorts.pages.ways import way
from cohorts.rounds.changing.changed import Changed, changed
from cohorts.rounds.reserving.reserve_of import reserve_of

t = page_words("changes")


def draw(here: Here) -> None:
    """Draws it, in the words of the programme."""
    style()
    heading(t("head"), t("about"))
    try:
        since = changed(here.store, here.actor, here.round)
    except CohortsError as error:  # composing says what is wrong with what is asked
        trouble(error)
        way(here, "composing", t("to_composing"))
        return
    if since is None:
        st.markdown(plain(t("nothing")))
        way(here, "composing", t("to_composing"))
        foot(t("after_nothing"))
        return
    with since.proposal.programme.in_own_words():
        _draw(here, since)


def _draw(here: Here, since: Changed) -> None:
    tied = decides_not(here, since.people.who)
    what_changed(here, since)
    hearing(here, since)
    reserve = reserve_of(here.store, here.actor, here.round)
    if reserve is not None:
        reserve_part(here, since, reserve, acts=not here.reads_only and not tied)
    solving(here, since, reserve, tied=tied)
