"""The page *Besluit*: a named person signs a proposal; what was decided is shared and told."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.decision.choosing import chosen
from cohorts.pages.decision.decided import decided
from cohorts.pages.decision.signing import signing
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.tied import decides_not
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import heads_of

t = page_words("decision")


def draw(here: Here) -> None:
    """Draws it: the decision where there is one, else the proposal to decide on."""
    heads = heads_of(here.store, here.actor, here.round)
    decisions = decisions_of(here.store, here.actor, here.round)
    last = standing(decisions)
    if last is not None:
        heading(t("head_decided", number=str(last.proposal_number)))
        tied = decides_not(here, people_of(here.store, here.actor, here.round).who)
        decided(here, last, decisions, heads, tied=tied)
        return
    heading(t("head"), t("about"))
    tied = decides_not(here, people_of(here.store, here.actor, here.round).who)
    if not heads:
        _first_step(here)
        return
    signing(here, chosen(here, heads, decisions), decisions, tied=tied)


def _first_step(here: Here) -> None:
    """Nothing can be decided yet: where to begin."""
    st.markdown(plain(t("nothing")))
    people = people_of(here.store, here.actor, here.round)
    if people.version:
        way(here, "composing", t("to_composing"))
    else:
        way(here, "applicants", t("to_applicants"))
    foot(t("after_nothing"))
