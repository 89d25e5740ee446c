"""Where somebody was first, what was typed stands in its fields again, beside what they kept."""

from __future__ import annotations

from datetime import date, time, timedelta

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.rounds.act import look
from cohorts.rounds.keeping.times_kept import keeping_of, set_keeping
from cohorts.rounds.posting.first_meeting import FirstMeeting, first_meeting_in, set_first_meeting
from cohorts.rounds.roles import READERS
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.deciding.decided_round import SAMPLE, Decided, proposed_round
from tests.cohorts.rounds.proposing.samples import composed

NL = Language.NL


def meeting() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.first_meeting_part import first_meeting_part  # noqa: PLC0415

    first_meeting_part(st.session_state["here"], st.session_state["proposal"])


def times() -> None:
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.privacy.how_long import how_long  # noqa: PLC0415
    from cohorts.rounds.keeping.times_kept import keeping_of  # noqa: PLC0415

    here = st.session_state["here"]
    how_long(here, keeping_of(here.store, here.actor, here.round), (), may=True)


def app_of(here: Decided, script: object, **state: object) -> AppTest:
    app = AppTest.from_function(script, default_timeout=300)  # type: ignore[arg-type]
    for name, value in {"here": Here(*here.of, NL), SPOKEN: NL, **state}.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> None:
    label = say(key, NL)
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception


def test_a_day_an_hour_and_a_place(store: Store) -> None:
    here, made = proposed_round(store), composed(SAMPLE)
    app = app_of(here, meeting, proposal=made)
    mine, theirs = made.round.on + timedelta(days=9), made.round.on + timedelta(days=12)
    app.date_input[0].set_value(mine).run()
    app.text_input[0].input("Almelo").run()
    set_first_meeting(*here.of, FirstMeeting(theirs, time(9, 30), ""))
    press(app, "page_decision.keep_first")
    assert "Ondertussen veranderd" in app.error[0].value
    assert app.date_input[0].value == mine
    assert app.text_input[0].value == "Almelo"
    assert app.time_input[0].value == time(9, 30), "what nobody typed shows what is kept"
    day = say("page_decision.first_day", NL)
    assert [one.value for one in app.text] == [f"{day}: {theirs:%d-%m-%Y}"], "and no other field"
    press(app, "page_decision.keep_first")
    with look(*here.of, may=READERS) as connection:
        kept = first_meeting_in(connection, here.of[2])
    assert kept == FirstMeeting(mine, time(9, 30), "Almelo")
    assert not app.error


def test_a_number_of_days_and_a_day(store: Store) -> None:
    here = proposed_round(store)
    app = app_of(here, times)
    until = date.today() + timedelta(days=90)  # noqa: DTZ011 - as the page has it
    kept = keeping_of(*here.of)
    calls = next(one for one in app.number_input if str(one.key).endswith("_calls"))
    calls.set_value(12).run()
    app.date_input[0].set_value(until).run()
    set_keeping(*here.of, kept.before, {"calls": 30, "letters": 40})
    press(app, "page_privacy.keep")
    assert [one.value for one in app.text] == [f"{say('keeping.calls', NL)}: 30"]
    press(app, "page_privacy.keep")
    now = keeping_of(*here.of)
    assert (now.days["calls"], now.days["letters"], now.before) == (12, 40, until)
