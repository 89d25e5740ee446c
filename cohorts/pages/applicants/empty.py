"""Nobody is in the round yet: what will be here, and the first step."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.applicants.link_to import link_to
from cohorts.pages.applicants.take_file import t, take_file
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import plain


def draw(here: Here) -> None:
    """Drop a file, or add somebody."""
    heading(t("empty_head"), t("empty_about"))
    if here.reads_only:
        return
    take_file(here)
    st.markdown(plain(t("empty_or")))
    link_to(here, t("add_first"), persoon="nieuw")
    foot(t("empty_next"))
