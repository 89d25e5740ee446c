"""The page *Controle*: the log, the dossier, how often people deviated, votes by name."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.pages.audit.by_name import by_name
from cohorts.pages.audit.deviations import deviations
from cohorts.pages.audit.dossiers import dossiers
from cohorts.pages.audit.drills import drills
from cohorts.pages.audit.log import log
from cohorts.pages.audit.minutes import minutes
from cohorts.pages.audit.whole_round import whole_round
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words
from cohorts.rounds.life.rounds_of import RoundHead, rounds_of
from cohorts.rounds.members.member import members_of
from cohorts.rounds.roles import Role

t = page_words("audit")
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """Draws it; nothing on it changes the round."""
    st.html(STYLE)
    heading(t("head"), t("about"))
    log(here)
    deviations(here)
    own = _own(here)
    roles = own.roles if own else frozenset()
    minutes(here)
    members = members_of(here.store, here.actor, here.round)
    sat = any(one.key == here.actor.key for one in members)
    dossiers(here, ballots=Role.AUDITOR in roles, sat=sat)
    drills(here)
    by_name(here, may=Role.AUDITOR in roles, sat=sat)
    if own and not (Role.AUDITOR in roles and sat):
        whole_round(here, own.name, audits=Role.AUDITOR in roles)
    foot(t("after"))


def _own(here: Here) -> RoundHead | None:
    """With their roles, also of a round that was put away."""
    found = (one for one in rounds_of(here.store, here.actor) if one.key == here.round)
    return next(found, None)
