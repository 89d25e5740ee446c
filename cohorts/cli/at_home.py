"""The store, for a command: whoever has this machine acts as the administrator."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import typer

from cohorts.rounds.accounts.first_account import administrator_of, first_account
from cohorts.rounds.accounts.public_address import public_address
from cohorts.rounds.actor import Actor
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of
from cohorts.store.store import Store, opened
from cohorts.words import Language, say

ROUND_AT = "wat-nu"
"""The page that opens a round."""
HERE = "http://localhost:8501"


@contextmanager
def at_home(language: Language) -> Iterator[tuple[Store, Actor]]:
    """Opened, with who acts; the administrator is made at first use, and that is said.

    Raises InputError or StoreError where the database cannot be opened.
    """
    store = opened(url_of(os.environ))
    try:
        actor = administrator_of(store)
        if actor is None:
            actor = first_account(store, say("accounts.administrator", language))
            told = say("accounts.you_are", language, name=actor.name)
            typer.echo(told, err=True)
        yield store, actor
    finally:
        store.close()


def site_address() -> str:
    """Where the screen is found, as the environment says; else on this computer.

    Raises InputError for what no browser could open.
    """
    named = public_address()
    return HERE if named is None else named.of("")


def way_in_at(root: str, token: str, language: Language) -> str:
    """A personal address."""
    return f"{root.rstrip('/')}/enter/{token}?{urlencode({'language': language.value})}"


def round_at(root: str, round_: RoundKey, language: Language) -> str:
    """The address of a round."""
    query = urlencode({"language": language.value, "ronde": round_})
    return f"{root.rstrip('/')}/{ROUND_AT}?{query}"
