"""Whatever Streamlit lets somebody download from a page went through the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

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


def of_odd_ids() -> None:
    """A page: two people whose ids a spreadsheet acts on; the name of the first is typed over."""
    from pathlib import Path  # noqa: PLC0415 - a page is a text that runs by itself
    from tempfile import TemporaryDirectory  # noqa: PLC0415
    from unittest.mock import patch  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415

    from cohorts.intake import read_applicants  # noqa: PLC0415
    from cohorts.pages.mend import mend  # noqa: PLC0415
    from cohorts.pages.session import session  # noqa: PLC0415

    with TemporaryDirectory() as name:
        file = Path(name) / "people.csv"
        file.write_text("id,name,company,=eigen\n=1,Anna,Anker,x\n@b,Bram,Berk,y\n", "utf-8")
        session().read = read_applicants(file)

    typed = {"name": ["Anneke", "Bram"], "'=eigen": ["z", "y"]}
    with patch("streamlit.data_editor", lambda table, **_: table.assign(**typed)):
        mend()
    st.write(str([(a.id, a.name, dict(a.extra)) for a in session().applicants or ()]))


def test_a_cell_of_somebody_with_an_odd_id_is_mended() -> None:
    app = AppTest.from_function(of_odd_ids, default_timeout=60).run()
    assert not app.exception
    said = app.markdown[-1].value
    assert said == str([("=1", "Anneke", {"=eigen": "z"}), ("@b", "Bram", {"=eigen": "y"})])
