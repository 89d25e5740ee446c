"""Ways from page to page: each keeps the round and the language in its address."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.page_list import LEAF, Leaf
from cohorts.pages.under import under

ROUND, LANGUAGE = "ronde", "language"
PAGES: dict[str, Any] = {}
"""Room → the page as Streamlit knows it, of this run; filled by ``main``."""


def way(here: Here, room: str, label: str, **query: str) -> None:
    """A link to a page. ``query``: what more its address names (``voorstel="…"``)."""
    st.page_link(PAGES[room], label=label, query_params=_query(here, LEAF[room], query))


def address(here: Here, room: str, **query: str) -> str:
    """The same for HTML of our own: a click there opens the page without loading anew."""
    return with_query(LEAF[room], _query(here, LEAF[room], query))


def go(here: Here, room: str, **query: str) -> None:
    """Goes there now; nothing after this is drawn."""
    st.switch_page(PAGES[room], query_params=_query(here, LEAF[room], query))


def with_query(leaf: Leaf, query: dict[str, str]) -> str:
    """Its address, as a browser asks it."""
    return under(f"/{leaf.path}?{urlencode(query)}")


def _query(here: Here, leaf: Leaf, query: dict[str, str]) -> dict[str, str]:
    kept = {LANGUAGE: here.language.value}
    if leaf.of_round and here.round:
        kept[ROUND] = here.round
    return kept | query
