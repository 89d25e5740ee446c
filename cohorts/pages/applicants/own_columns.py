"""What a form asked that is no field of ours: shown, and one at a time changed."""

from __future__ import annotations

import streamlit as st

from cohorts.intake.report import shortened
from cohorts.pages.applicants.card_input import card_input
from cohorts.pages.applicants.named import short
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.rounds.people import cell_text
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey

TEMPLATE = HTML.get_template("own_columns.html.jinja")
VALUE = 400


def own_columns(here: Here, kept: KeptPeople, person: PersonKey) -> None:
    """Nothing where the round has none."""
    headers = cell_text.own_columns(kept.applicants)
    if not headers:
        return
    extra = kept.who[person].extra
    rows = [{"header": shortened(h), "text": short(extra[h], VALUE)} for h in headers if h in extra]
    title = t("own_columns", count=len(rows)) if rows else t("own_columns_none")
    with st.expander(plain(title)):
        if rows:
            st.html(TEMPLATE.render(rows=rows))
        chosen = st.selectbox(
            t("which_own"),
            headers,
            index=None,
            format_func=shortened,
            placeholder=t("choose"),
            key=f"own_{person}",
        )
        if chosen is not None:
            card_input(here, kept, person, chosen)
