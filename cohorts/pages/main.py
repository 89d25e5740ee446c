"""Names the pages, in order; nothing else. Streamlit runs it anew for every click."""

import streamlit as st

from cohorts.pages import compose

st.navigation([st.Page(compose.draw, title="Cohorts")], position="hidden").run()
