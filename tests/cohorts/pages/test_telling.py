"""Whom the page of the decision counts; and who was set aside beside these can be told as well."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.pages.calls.one_row import OPENED
from cohorts.pages.decision.telling import BESIDE
from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN, plain
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.deciding.judged_round import judged_round


def decision() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.decision.telling import telling  # noqa: PLC0415

    telling(st.session_state["here"], st.session_state["proposal"])


def found() -> None:
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.find.tell_decision import tell_decision  # noqa: PLC0415
    from cohorts.rounds.people.kept_people import people_of  # noqa: PLC0415

    here, person = st.session_state["here"], st.session_state["person"]
    kept = people_of(here.store, here.actor, here.round)
    tell_decision(here, kept, person, st.session_state["one"])


def row() -> None:
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.calls.listed import everybody  # noqa: PLC0415
    from cohorts.pages.calls.one_row import one_row  # noqa: PLC0415
    from cohorts.rounds.people.kept_people import people_of  # noqa: PLC0415

    here, person = st.session_state["here"], st.session_state["person"]
    kept = people_of(here.store, here.actor, here.round)
    one_row(here, next(one for one in everybody(here, kept) if one.person == person), ())


@pytest.fixture
def here(store: Store) -> Here:
    at = judged_round(store).here
    return Here(store, at.organiser, at.round, Language.NL)


def aside(here: Here) -> list[ApplicantId]:
    of = (here.store, here.actor, here.round)
    seats = seats_of(proposal_of(*of, decisions_of(*of)[-1].proposal))
    return sorted(people_of(*of).keys.of.keys() - seats.keys())


def told(here: Here) -> list[tuple[PersonKey, int | None, How]]:
    return [(t.person, t.group, t.how) for t in told_of(here.store, here.actor, here.round)]


def app_of(here: Here, script: object, **state: object) -> AppTest:
    app = AppTest.from_function(script, default_timeout=300)  # type: ignore[arg-type]
    for name, value in {"here": here, SPOKEN: Language.NL, **state}.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    return app


def said(app: AppTest, key: str, **facts: object) -> bool:
    sentence = plain(say(f"page_decision.{key}", Language.NL, **facts))
    return any(sentence in one.value for one in app.markdown)


def test_who_was_set_aside_is_told_of_and_can_be_told(here: Here) -> None:
    of = (here.store, here.actor, here.round)
    proposal = proposal_of(*of, decisions_of(*of)[-1].proposal)
    app, beside = app_of(here, decision, proposal=proposal), aside(here)
    assert said(app, "told_beside", count=len(beside))
    assert not said(app, "told_beside_heard", count=len(beside))
    app.selectbox("told_group").select(BESIDE).run()
    app.button("tell").click().run()
    assert not app.exception
    keys = people_of(*of).keys.of
    assert sorted(told(here)) == sorted((keys[who], None, How.EMAIL) for who in beside)
    assert said(app, "told_beside_heard", count=len(beside))
    assert said(app, "told_none"), "they are not among those it counts"


@pytest.mark.parametrize("page", [found, row])
def test_the_telephone_tells_them_alike(here: Here, page: object) -> None:
    of = (here.store, here.actor, here.round)
    people, who = people_of(*of), aside(here)[0]
    key = people.keys.of[who]
    state = {"person": key, "one": people.who[key], OPENED: key}
    app = app_of(here, page, **state)
    app.button(f"tell_{key}").click().run()
    assert told(here) == [(key, None, How.PHONE)]
    withdraw(*of, key)
    app = app_of(here, page, **state)
    assert [one for one in app.button if one.key == f"tell_{key}"] == []
