"""Mending what was read: cells changed by hand go through the same reader as the file did."""

from __future__ import annotations

import io

import pandas as pd
import streamlit as st

from cohorts.errors import CohortsError
from cohorts.intake.clean import as_csv
from cohorts.intake.fields.column_kinds import BANDS
from cohorts.intake.mended import Cells, mended
from cohorts.intake.report import remark_parts
from cohorts.pages.gated_table import edit
from cohorts.pages.session import language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.people.applicant import FIELD_NAMES, ApplicantId
from cohorts.words.export_gate import ungate
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


def mend() -> None:
    """The applicants as a table; what is changed counts at once, or says why it cannot."""
    kept = session()
    if kept.read is None:
        return
    whole = pd.read_csv(io.StringIO(as_csv(kept.read)), dtype=str, keep_default_na=False)
    whole = whole.map(ungate).set_axis([ungate(str(c)) for c in whole.columns], axis=1)
    whole = whole.apply(lambda column: column.map(_short) if column.name in BANDS else column)
    columns = [c for c in whole.columns if c in SHOWN or c not in FIELD_NAMES]
    with st.expander(t("mend")):
        st.write(t("mend_about"))
        edited = edit(
            whole[["id", *columns]],
            t("mend_about"),
            key=f"mend_{hash(kept.source)}_{hash(kept.field_map.model_dump_json())}",
            fixed=["id"],
            columns={c: field_name(c, language()) for c in ["id", *columns]},
        )
        changed = edited[columns].ne(whole[columns])
        if not changed.any(axis=None):
            kept.applicants = kept.read
            return
        try:
            after = mended(kept.read, _typed(whole, edited, changed))
        except CohortsError as error:
            trouble(error)
            return
        kept.applicants = after.applicants
        for applicant, remark in after.wrong:
            _, column, value, fault, _ = remark_parts(remark, language())
            who = {"label": applicant.label, "column": column, "value": value}
            st.error(plain(t("not_mended", **who, fault=fault)))
        if (well := int(changed.sum().sum()) - len(after.wrong)) > 0:
            st.success(plain(t("mended", count=well)))


def _short(number: str) -> str:
    """The middle of a band has as many decimals as a computer has; nobody reads more than two."""
    return str(round(float(number), 2)) if "." in number else number


def _typed(whole: pd.DataFrame, edited: pd.DataFrame, changed: pd.DataFrame) -> Cells:
    """Who and which column → what stands there now, of every cell that is changed."""
    return {
        (ApplicantId(whole["id"][row]), column): str(edited[column][row])
        for column in changed.columns
        for row in changed.index[changed[column]]
    }
