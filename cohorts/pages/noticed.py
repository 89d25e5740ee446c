"""What was noticed while reading: in sentences, and every place of it in a table."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from cohorts.intake.report import remark_parts
from cohorts.pages.gated_table import show
from cohorts.pages.session import language
from cohorts.pages.told import plain, t
from cohorts.reports.remarked import FEW_PLACES, gathered, line_of
from cohorts.round.remark import Remark

FEW = 12


def noticed(remarks: Sequence[Remark], title: str = "problems", *, open_: bool = True) -> None:
    """A part to unfold; nothing where nothing was noticed."""
    if not remarks:
        return
    alike = gathered(remarks, language(), plainly=True)
    with st.expander(t(title, count=len(remarks)), expanded=open_):
        lines = (plain(line_of(one, language())) for one in alike[:FEW])
        st.write("\n".join(f"- {line}" for line in lines))
        more = len(alike) > FEW or any(len(one.places) > FEW_PLACES for one in alike)
        if more and st.toggle(t("every_place"), key=f"every_{title}"):
            names = [t("row"), t("column"), t("value"), t("fault"), t("remedy")]
            parts = [remark_parts(r, language(), plainly=True) for r in remarks]
            show(pd.DataFrame(parts, columns=names), t("fault"))
