"""Tables on a page. Streamlit lets whoever looks download one, so every cell goes through the gate.

The one place that draws them: what comes back from a table to type in is without the gate again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from cohorts.words.export_gate import gate, ungate

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def show(table: pd.DataFrame, alt: str, columns: Mapping[str, Any] | None = None) -> None:
    """A table to look at. ``columns``: column → what Streamlit is told of it."""
    st.dataframe(_gated(table), hide_index=True, alt=alt, column_config=_named(columns or {}))


def edit(
    table: pd.DataFrame, alt: str, key: str, fixed: list[str], columns: Mapping[str, Any]
) -> pd.DataFrame:
    """A table of texts to type in, and what stands in it then; nobody types in ``fixed``."""
    after: pd.DataFrame = st.data_editor(
        _gated(table),
        hide_index=True,
        alt=alt,
        key=key,
        disabled=[_shown(column) for column in fixed],
        column_config=_named(columns),
    )
    return after.map(_typed).set_axis(table.columns, axis=1)


def _gated(table: pd.DataFrame) -> pd.DataFrame:
    return table.map(_shown).set_axis([_shown(name) for name in table.columns], axis=1)


def _named(columns: Mapping[str, Any]) -> dict[str, Any]:
    """By the names that the columns have behind the gate, as are names that are shown instead."""
    return {_shown(c): _shown(told) for c, told in columns.items()}


def _shown(value: Any) -> Any:
    """A value behind the gate; an amount below zero is an amount to a spreadsheet too."""
    return value if isinstance(value, str) and NUMBER.fullmatch(value) else gate(value)


def _typed(value: Any) -> Any:
    """What was typed; an emptied cell is an empty text."""
    if isinstance(value, str):
        return ungate(value)
    return "" if value is None or pd.isna(value) else value
