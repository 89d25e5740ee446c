"""Who looks: by the cookie of the browser, asked anew in every run of a page."""

from __future__ import annotations

import streamlit as st

from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store

COOKIE = "cohorts"
"""Holds the secret of a login; no script can read it."""


def current_user(store: Store) -> Actor | None:
    """None where nobody is logged in, or no longer."""
    token = login()
    return who(store, token) if token else None


def login() -> str:
    """The secret that the browser came with; empty where there is none."""
    return str(st.context.cookies.get(COOKIE, ""))
