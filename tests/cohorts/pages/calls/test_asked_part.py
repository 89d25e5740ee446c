"""What is ticked off of each: never asked over what a colleague asked meanwhile."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.programme.ticked_off import USUAL
from cohorts.rounds.calling.ticks_asked import ask_ticks, tick_said, ticks_asked
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.asking.a_round import with_people


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.calls.asked_part import asked_part  # noqa: PLC0415
    from cohorts.rounds.calling.ticks_asked import ticks_asked  # noqa: PLC0415

    here = st.session_state["here"]
    asked_part(here, ticks_asked(here.store, here.actor, here.round))


def test_who_was_second_is_told_and_saves_again_knowingly(store: Store) -> None:
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
    assert app.text_area[0].value == "Betaald\nBorg", "what was typed stands in its field again"
    assert [one.value for one in app.text] == ["Sleutel"], "beside what is kept meanwhile"
    app.text_area[0].input("Sleutel\nBorg").run()
    assert "Ondertussen veranderd" in app.error[0].value, "as long as it is not kept"
    app.button[0].click().run()
    assert ticks_asked(*of) == ("Sleutel", "Borg")
    assert not app.error


def test_an_emptied_list_gives_way_to_that_of_the_programme(store: Store) -> None:
    of = (store, *with_people(store))
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*of, Language.NL)
    app.session_state[SPOKEN] = Language.NL
    app.run()
    assert len(app.button) == 1, "nothing to go back to"
    app.text_area[0].input("").run()
    app.button[0].click().run()
    assert ticks_asked(*of) == ()
    again = say("page_calls.do_ask_again", Language.NL)
    (back,) = [one for one in app.button if one.label == again]
    back.click().run()
    assert not app.exception
    assert ticks_asked(*of) == USUAL
    shown = app.text_area[0].value or ""
    assert shown.splitlines() == [tick_said(one, Language.NL) for one in USUAL]
    assert len(app.button) == 1
