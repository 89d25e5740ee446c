"""The page ``proposals``: what was composed, side by side; and each by itself."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.proposals.one_proposal import one_proposal
from cohorts.pages.proposals.overview import overview
from cohorts.pages.report_parts import PROPOSAL, style


def draw(here: Here) -> None:
    """Draws it."""
    style()
    chosen = st.query_params.get(PROPOSAL)
    if chosen:
        one_proposal(here, chosen)
    else:
        overview(here)
