"""The page of the decision says whom it counts, and how many get a letter beside these."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN, plain
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.deciding.judged_round import judged_round


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.decision.telling import telling  # noqa: PLC0415

    telling(st.session_state["here"], st.session_state["proposal"])


def test_who_was_set_aside_is_told_of(store: Store) -> None:
    at = judged_round(store).here
    of = (store, at.organiser, at.round)
    proposal = proposal_of(*of, decisions_of(*of)[-1].proposal)
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*of, Language.NL)
    app.session_state["proposal"] = proposal
    app.session_state[SPOKEN] = Language.NL
    app.run()
    assert not app.exception
    beside = 9 - len(seats_of(proposal))
    said = say("page_decision.told_beside", Language.NL, count=beside)
    assert plain(said) in [one.value for one in app.markdown]
