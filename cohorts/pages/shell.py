"""What is round every page: who is there, which round, the head and the steps."""

from __future__ import annotations

import os

import streamlit as st
from sqlalchemy import select

from cohorts.pages.here import Here
from cohorts.pages.page_list import Leaf
from cohorts.pages.told import SPOKEN, language
from cohorts.pages.ways import LANGUAGE, ROUND
from cohorts.rounds.actor import Actor
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store, opened
from cohorts.store.tables import account


def drawn(leaf: Leaf) -> None:
    """A page within its shell."""
    st.set_page_config(page_title="Cohorts", layout="wide")
    store = _store()
    st.session_state[SPOKEN] = st.query_params.get(LANGUAGE, "nl")
    here = Here(
        store,
        current_user(store),
        RoundKey(Key(st.query_params.get(ROUND, ""))),
        language(),
    )
    leaf.draw(here)


@st.cache_resource
def _store() -> Store:
    return opened(os.environ["COHORTS_DATABASE_URL"])


def current_user(store: Store) -> Actor:
    """Whoever looks."""
    with store.reading() as connection:
        found = connection.execute(select(account.c.key, account.c.name)).first()
    return Actor(AccountKey(Key("")), "") if found is None else Actor(found.key, found.name)
