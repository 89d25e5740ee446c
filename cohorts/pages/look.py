"""What the theme cannot say: sizes, room at the top, the uploader's own words, no English fault."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.session import Step
from cohorts.pages.told import t

STYLE = """
<style>
.block-container { padding-top: 3rem; max-width: 1200px; }
h1 { font-size: 1.9rem !important; }
h2 { font-size: 1.4rem !important; } h3 { font-size: 1.15rem !important; }
[data-testid="stMarkdownContainer"] p { max-width: 75ch; }
[class*="st-key-to_"] [data-testid="stBaseButton-secondary"]:disabled {
  background: #154273; border-color: #154273; color: #fbfbfa;
}
@media (prefers-color-scheme: dark) {
  [data-testid="stBaseButton-primary"] p { color: #15181c; }
  [class*="st-key-to_"] [data-testid="stBaseButton-secondary"]:disabled {
    background: #8fb8ff; border-color: #8fb8ff; color: #15181c;
  }
}
[data-testid="stException"] { display: none; }
[data-testid="stElementContainer"]:has(script) { display: none; }
[data-testid="stFileUploaderDropzone"] button { min-width: 11.5rem; }
[data-testid="stFileUploaderDropzone"] button p { font-size: 0; max-width: none; }
[data-testid="stFileUploaderDropzone"] button p::after { content: "%s"; font-size: 1rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { font-size: 0; }
[data-testid="stFileUploaderDropzoneInstructions"] * { font-size: 0; }
[data-testid="stFileUploaderDropzoneInstructions"]::after { content: "%s"; font-size: .875rem; }
</style>
"""
TOP = """
<script data-step="%s">document.querySelector('[data-testid="stMain"]').scrollTo(0, 0)</script>
"""


def look() -> None:
    """Once a page; the texts are our own, so nothing here needs escaping."""
    st.html(STYLE % (t("choose_file"), t("drop_file")))


def at_its_top(step: Step) -> None:
    """Another screen opens at its head; runs once a screen, for only then is the script another."""
    st.html(TOP % step, unsafe_allow_javascript=True)
