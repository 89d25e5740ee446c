"""Of whom everything goes is read by name before the press: the first of them in the open."""

from __future__ import annotations

from importlib import import_module

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.rounds.keeping.due import Due
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.staff import begun

SINCE = "2026-01-01T00:00:00.000Z"


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.privacy.to_erase import to_erase as draw  # noqa: PLC0415

    due = st.session_state["due"]
    draw(st.session_state["here"], due, may=st.session_state["may"])


def page(store: Store, count: int, *, may: bool = True) -> AppTest:
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*(store, *begun(store)), Language.NL)
    app.session_state["due"] = [Due("not_placed", count, SINCE, 0, "")]
    app.session_state["may"] = may
    app.session_state[SPOKEN] = Language.NL
    app.run()
    assert not app.exception
    return app


def named(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    names = tuple(f"Bakker{number:02}x" for number in range(count))
    # the function of that name stands in its place in the package
    module = import_module("cohorts.pages.privacy.to_erase")
    monkeypatch.setattr(module, "names_due", lambda *_: names)


def test_up_to_twenty_stand_in_the_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, 20)
    app = page(store, 20)
    assert "Bakker00x" in " ".join(one.value for one in app.markdown)
    assert "Bakker19x" in " ".join(one.value for one in app.markdown)
    assert not app.expander


def test_the_rest_is_behind_a_fold(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, 23)
    app = page(store, 23)
    (fold,) = app.expander
    assert fold.label == "En nog 3 mensen"
    (rest,) = fold.markdown
    assert "Bakker19x" not in rest.value
    assert "Bakker22x" in rest.value


def test_who_may_not_erase_reads_no_names(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, 3)
    app = page(store, 3, may=False)
    assert "Bakker" not in " ".join(one.value for one in app.markdown)
