"""The address that opens the screen for whoever has this machine: logged in, at their rounds."""

from __future__ import annotations

import os
from urllib.parse import urlencode

from cohorts.rounds.accounts.first_account import administrator_of, first_account, is_empty
from cohorts.rounds.accounts.own_link import own_link
from cohorts.rounds.life.sample_round import sample_round
from cohorts.store.place import url_of
from cohorts.store.store import Store, opened
from cohorts.words import Language, say

SAMPLE_AT = "/wat-nu"


def way_in(root: str, language: Language, *, sample: bool) -> str:
    """``sample``: where nothing is kept yet, the made round is.

    Without an account there is no personal address: the screen asks for a name and a password.
    Raises InputError or StoreError where the database cannot be opened.
    """
    store = opened(url_of(os.environ))
    try:
        query = {"language": language.value}
        if sample and is_empty(store):
            query["terug"] = _sample(store, language)
        actor = administrator_of(store)
        path = "/" if actor is None else f"/enter/{own_link(store, actor)}"
    finally:
        store.close()
    return f"{root}{path}?{urlencode(query)}"


def _sample(store: Store, language: Language) -> str:
    """Makes it; gives its address."""
    actor = first_account(store, say("screen.sample_name", language))
    round_ = sample_round(store, actor, say("screen.sample_round", language))
    return f"{SAMPLE_AT}?{urlencode({'language': language.value, 'ronde': round_})}"
