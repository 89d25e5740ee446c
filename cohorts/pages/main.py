"""Draws the page of an address. Streamlit runs it anew for every click."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.pages.page_list import LEAVES
from cohorts.pages.shell import drawn
from cohorts.pages.ways import PAGES

for leaf in LEAVES:
    PAGES[leaf.room] = st.Page(partial(drawn, leaf), url_path=leaf.path, title=leaf.room)
st.navigation(list(PAGES.values()), position="hidden").run()
