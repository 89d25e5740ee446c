"""The four files, to take along."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.session import language
from cohorts.pages.told import t
from cohorts.record.document import as_json, document
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.page import page
from cohorts.reports.xlsx import workbook

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(proposal: Proposal) -> None:
    """A button a file; each is made when it is asked for."""
    spoken = language()
    files: dict[str, tuple[str, Callable[[], bytes]]] = {
        "report.html": ("text/html", lambda: page(proposal, spoken).encode()),
        "proposal.xlsx": (SHEET, lambda: workbook(proposal, spoken)),
        "groups.csv": ("text/csv", lambda: groups_csv(proposal).encode()),
        "proposal.json": ("application/json", lambda: as_json(document(proposal, spoken)).encode()),
    }
    with st.container(horizontal=True):
        for name, (mime, make) in files.items():
            st.download_button(
                t(f"take_{name.split('.')[1]}"),
                make,
                file_name=name,
                mime=mime,
                key=f"take_{name}",
                on_click="ignore",
                type="primary" if name == "report.html" else "secondary",
            )
