"""Who is asked for a free place reads of a list only where their letter told of one."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.reserve_list import set_reserve_list
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.changing.two_groups import first_of, key_of, two_groups
from tests.cohorts.rounds.deciding.decided_round import Decided

NL = Language.NL


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    from datetime import UTC, datetime  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.changes.to_ask import text_to_send  # noqa: PLC0415
    from cohorts.rounds.changing.changed import changed  # noqa: PLC0415

    here = st.session_state["here"]
    since = changed(here.store, here.actor, here.round)
    assert since is not None
    one = since.people.who[st.session_state["who"]]
    text_to_send(here, since, one, 1, datetime(2027, 1, 20, 12, tzinfo=UTC))


def text(here: Decided) -> str:
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*here.of, NL)
    app.session_state["who"] = key_of(here, first_of(here, None))
    app.session_state[SPOKEN] = NL
    app.run()
    assert not app.exception
    (code,) = app.code
    return str(code.value)


def test_a_list_is_spoken_of_only_where_it_was_announced(store: Store) -> None:
    here = two_groups(store)
    assert "reservelijst" not in text(here)
    assert "er is een plaats vrijgekomen in" in text(here)
    set_reserve_list(*here.of, there=True)
    assert "U staat op de reservelijst" in text(here)
    set_reserve_list(*here.of, there=False)
    set_contact(*here.of, "074 123 45 67")
    assert "reservelijst" not in text(here)
    assert "074 123 45 67" in text(here)
