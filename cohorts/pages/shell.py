"""What is round every page: who is there, which round, the head and the steps."""

from __future__ import annotations

import os
from functools import cache

import streamlit as st
from sqlalchemy import func, select

from cohorts.pages.head import KnownRound, head
from cohorts.pages.here import Here
from cohorts.pages.page_list import Leaf
from cohorts.pages.told import SPOKEN, language, shell_words
from cohorts.pages.ways import LANGUAGE, ROUND
from cohorts.programme.programme import Programme, load_programme
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store, opened
from cohorts.store.tables import account, event, round_
from cohorts.words import Language


def drawn(leaf: Leaf) -> None:
    """A page within its shell."""
    asked = st.query_params.get(LANGUAGE, Language.NL.value)
    st.session_state[SPOKEN] = asked if asked in list(Language) else Language.NL.value
    store = _store()
    here = Here(
        store,
        current_user(store),
        RoundKey(Key(st.query_params.get(ROUND, ""))),
        language(),
    )
    known = _known(here) if leaf.of_round else None
    name = shell_words(f"room_{leaf.room}")
    titles = [name, known.name if known else "", shell_words("product")]
    st.set_page_config(page_title=" – ".join(filter(None, titles)), layout="wide")
    head(here, leaf, known)
    with st.container(key=f"page_{leaf.room}"):
        leaf.draw(here)


@st.cache_resource
def _store() -> Store:
    return opened(os.environ["COHORTS_DATABASE_URL"])


def current_user(store: Store) -> Actor:
    """Whoever looks."""
    with store.reading() as connection:
        found = connection.execute(select(account.c.key, account.c.name)).first()
    return Actor(AccountKey(Key("")), "") if found is None else Actor(found.key, found.name)


def _known(here: Here) -> KnownRound:
    """Raises RefusedError where nobody gave them a role in it, or where it is not there."""
    with look(here.store, here.actor, here.round, may=EVERYBODY) as connection:
        found = connection.execute(select(round_).where(round_.c.key == here.round)).one()
        last = connection.scalar(select(func.max(event.c.at)).where(event.c.chain == here.round))
    programme = _preset(found.preset)
    return KnownRound(found.name, programme.title[here.language], last or found.made_at, frozenset())


@cache
def _preset(name: str) -> Programme:
    return load_programme(name)
