"""Whose it is to take a round along, and from when, is said as long as it is not theirs."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN, plain
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, planned
from tests.cohorts.rounds.staff import joined


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.audit.whole_round import whole_round  # noqa: PLC0415

    whole_round(st.session_state["here"], "Voorjaar", audits=st.session_state["audits"])


def shown(at: Committee, who: Actor, *, audits: bool) -> str:
    """What stands in the fold, and on its button."""
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(at.store, who, at.round, Language.NL)
    app.session_state["audits"] = audits
    app.session_state[SPOKEN] = Language.NL
    app.run()
    assert not app.exception
    (fold,) = app.expander
    return " ".join((*(one.value for one in fold.markdown), *(one.label for one in fold.button)))


def said(word: str) -> str:
    return plain(say(f"page_audit.{word}", Language.NL))


def test_from_plan_to_close(store: Store) -> None:
    at = planned(store)
    cas = joined(store, at.organiser, "Cas", at.round, Role.AUDITOR)
    take = say("page_audit.take_round", Language.NL)
    for who, audits in ((at.organiser, False), (cas, True)):
        assert shown(at, who, audits=audits) == said("round_without_votes")
    open_interests(store, at.organiser, at.round, at.stage)
    for name in at.members:
        at.ties(name)
    # ties stand in it by name before anybody votes: then only who audits may
    assert take in shown(at, cas, audits=True)
    assert shown(at, at.organiser, audits=False) == said("round_by_auditor")
    open_votes(store, at.organiser, at.round, at.stage, until=in_days(7))
    assert shown(at, cas, audits=True) == said("round_while_open")
    for member in at.members.values():
        send(store, member, at.round, at.stage)
    close_votes(store, at.organiser, at.round, at.stage)
    assert take in shown(at, cas, audits=True)
    assert shown(at, at.organiser, audits=False) == said("round_by_auditor")
