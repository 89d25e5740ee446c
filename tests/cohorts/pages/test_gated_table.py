"""Whatever Streamlit lets somebody download from a page went through the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from cohorts.pages import gated_table as tables

PAGES = Path(tables.__file__).parent
CELLS = ["=1+1", "+31612", "@x", "\uff1dSUM(A1)", "'=1", "-1000", "-1.5", "plain", 7]
BEHIND = ["'=1+1", "'+31612", "'@x", "'\uff1dSUM(A1)", "''=1", "-1000", "-1.5", "plain", 7]


def test_no_page_draws_a_table_by_itself() -> None:
    drawn = ("st.dataframe", "st.data_editor", "st.table")
    found = {
        file.name for file in PAGES.glob("*.py") if any(d in file.read_text("utf-8") for d in drawn)
    }
    assert found == {"gated_table.py"}


def test_a_table_to_look_at_goes_through_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(st, "dataframe", lambda table, **told: seen.extend([table, told]))
    tables.show(pd.DataFrame({"=h": CELLS}), "about", {"=h": "=shown"})
    assert list(seen[0].columns) == ["'=h"]
    assert list(seen[0]["'=h"]) == BEHIND
    assert seen[1]["column_config"] == {"'=h": "'=shown"}


def test_what_nobody_typed_comes_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(table: pd.DataFrame, **told: Any) -> pd.DataFrame:
        assert list(table["'=h"]) == BEHIND
        assert told["disabled"] == ["'=h"]
        table.loc[0, "b"] = "=typed"
        table.loc[1, "b"] = None
        return table

    monkeypatch.setattr(st, "data_editor", typed)
    given = pd.DataFrame({"=h": CELLS, "b": ["x"] * len(CELLS)}, dtype=object)
    after = tables.edit(given, "about", "key", ["=h"], {})
    assert list(after.columns) == ["=h", "b"]
    assert list(after["=h"]) == CELLS
    assert list(after["b"]) == ["=typed", "", *["x"] * (len(CELLS) - 2)]
