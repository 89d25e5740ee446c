"""*Wie niet samen mag*: what stands between people, what waits for an answer, what follows."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.eligible.add_list import add_list
from cohorts.pages.eligible.add_pair import add_pair
from cohorts.pages.eligible.follows import follows
from cohorts.pages.eligible.on_forms import on_forms
from cohorts.pages.eligible.stands import stands
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way

t = page_words("eligible")


def apart(here: Here, found: TakingPart) -> None:
    """What follows first; then what is asked, what stands, one more, and a list."""
    st.header(plain(t("apart")), anchor=False)
    st.markdown(plain(t("apart_about")))
    follows(found)
    on_forms(here, found)
    stands(here, found)
    if not here.reads_only:
        add_pair(here, found)
        add_list(here, found.asked.revision)
        way(here, "composing", t("to_file"), bestand_relations="true")
