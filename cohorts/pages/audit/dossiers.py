"""The dossier of every decision, to take along and recompute it without this program's store."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.dossier import dossier

t = page_words("audit")


def dossiers(here: Here) -> None:
    """The newest decision first."""
    st.header(plain(t("dossier")), anchor=False)
    found = decisions_of(here.store, here.actor, here.round)
    st.markdown(plain(t("dossier_about") if found else t("no_dossier")))
    for one in reversed(found):
        make = partial(dossier, here.store, here.actor, here.round, one.key, here.language)
        number = str(one.number)
        label = t("take_dossier", number=number)
        name = t("dossier_name", number=number)
        download(here, label, make, name, mime="application/zip", key=f"dossier_{number}")
