"""The dossier of every decision, to take along and recompute it without this program's store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.with_names import with_names
from cohorts.rounds.balloting.named_votes import AUDITORS
from cohorts.rounds.deciding.decision import Decision, decisions_of
from cohorts.rounds.deciding.dossier import dossier, dossier_with_ballots
from cohorts.rounds.judging.stage_head import Phase, stages_of

t = page_words("audit")


def dossiers(here: Here, *, ballots: bool, sat: bool) -> None:
    """The newest decision first; ``ballots``: they audit, and take those of a committee beside it.

    ``sat``: unless they sit in that committee, or ever did.
    """
    st.header(plain(t("dossier")), anchor=False)
    found = decisions_of(here.store, here.actor, here.round)
    st.markdown(plain(t("dossier_about") if found else t("no_dossier")))
    for one in reversed(found):
        make = partial(dossier, here.store, here.actor, here.round, one.key, here.language)
        number = str(one.number)
        label = t("take_dossier", number=number)
        name = t("dossier_name", number=number)
        with_names(here, label, make, name, key=f"dossier_{number}")
    stages = stages_of(here.store, here.actor, here.round) if found and ballots else ()
    if any(one.phase is Phase.DECIDED for one in stages):
        if sat:
            st.markdown(plain(t("ballots_not")))
        else:
            _with_ballots(here, found)


def _with_ballots(here: Here, found: Sequence[Decision]) -> None:
    """Each time that somebody takes one stands in the log."""
    st.markdown(plain(t("ballots_about")))
    for one in reversed(found):
        make = partial(
            dossier_with_ballots, here.store, here.actor, here.round, one.key, here.language
        )
        number = str(one.number)
        label, name = t("take_ballots", number=number), t("ballots_name", number=number)
        key = f"ballots_{number}"
        with_names(here, label, make, name, key=key, may=AUDITORS)
