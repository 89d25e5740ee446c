"""Draws the page of an address. Streamlit runs it anew for every click."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.page_list import FIRST, LEAVES
from cohorts.pages.shell import drawn
from cohorts.pages.ways import PAGES

for leaf in LEAVES:
    PAGES[leaf.room] = st.Page(partial(drawn, leaf), url_path=leaf.path, title=leaf.room)
# the page of no address is a page of its own: the server sends its visitors to the first
start = st.Page(partial(drawn, FIRST), url_path="start", title="start", default=True)
st.navigation([start, *PAGES.values()], position="hidden").run()
