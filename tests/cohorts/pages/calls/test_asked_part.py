"""What is ticked off of each: never asked over what a colleague asked meanwhile."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.rounds.calling.ticks_asked import ask_ticks, ticks_asked
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.calls.asked_part import asked_part  # noqa: PLC0415
    from cohorts.rounds.calling.ticks_asked import ticks_asked  # noqa: PLC0415

    here = st.session_state["here"]
    asked_part(here, ticks_asked(here.store, here.actor, here.round))


def test_who_was_second_is_told_and_sees_what_stands(store: Store) -> None:
    of = (store, *with_people(store))
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*of, Language.NL)
    app.session_state[SPOKEN] = Language.NL
    app.run()
    app.text_area[0].input("Betaald\nBorg").run()
    ask_ticks(*of, ["Sleutel"])
    app.run()
    assert app.text_area[0].value == "Betaald\nBorg"
    app.button[0].click().run()
    assert not app.exception
    assert ticks_asked(*of) == ("Sleutel",)
    assert "Ondertussen veranderd" in app.error[0].value
    assert app.text_area[0].value == "Sleutel"
    app.text_area[0].input("Sleutel\nBorg").run()
    app.button[0].click().run()
    assert ticks_asked(*of) == ("Sleutel", "Borg")
    assert not app.error
