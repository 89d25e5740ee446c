"""Mending what was read: cells changed by hand go through the same reader as the file did."""

from __future__ import annotations

import io

import pandas as pd
import streamlit as st

from cohorts.errors import CohortsError
from cohorts.intake import FieldMap, read_applicants
from cohorts.intake.clean import as_csv
from cohorts.pages.from_bytes import from_bytes
from cohorts.pages.session import language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.people.applicant import FIELD_NAMES
from cohorts.words.phrase import field_name

SHOWN = (
    "company",
    "name",
    "place",
    "province",
    "fte",
    "turnover",
    "founded",
    "life_phase",
    "themes",
    "question",
    "status",
)
BANDED = ("fte", "turnover")


def mend() -> None:
    """The applicants as a table; what is changed counts at once, or says why it cannot."""
    kept = session()
    if kept.read is None:
        return
    whole = pd.read_csv(io.StringIO(as_csv(kept.read)), dtype=str, keep_default_na=False)
    columns = [c for c in whole.columns if c in SHOWN or c not in FIELD_NAMES]
    with st.expander(t("mend")):
        st.write(t("mend_about"))
        edited = st.data_editor(
            whole[["id", *columns]],
            hide_index=True,
            disabled=["id"],
            key=f"mend_{kept.read.report.file}_{len(whole)}_{hash(kept.field_map.model_dump_json())}",
            column_config={c: field_name(c, language()) for c in ["id", *columns]},
            alt=t("mend_about"),
        )
        changed = edited[columns].ne(whole[columns])
        if not changed.any(axis=None):
            kept.applicants = kept.read
            return
        for column in columns:
            whole.loc[changed[column], column] = edited.loc[changed[column], column].fillna("")
            if column in BANDED:
                bands = [b for b in (f"{column}_low", f"{column}_high") if b in whole.columns]
                whole.loc[changed[column], bands] = ""
        try:
            content = whole.to_csv(index=False).encode()
            told = FieldMap(same=kept.field_map.same, not_same=kept.field_map.not_same)
            kept.applicants = from_bytes(
                "clean.csv", content, lambda path: read_applicants(path, told)
            )
        except CohortsError as error:
            trouble(error)
            return
        st.success(plain(t("mended", count=int(changed.sum().sum()))))
