"""Sentences on the screen: in the organiser's language, and never read as Markdown."""

from __future__ import annotations

import re

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.session import language
from cohorts.words import explain, say

SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")


def t(key: str, **facts: object) -> str:
    """The sentence ``pages.<key>``."""
    return say(f"pages.{key}", language(), **facts)


def plain(text: object) -> str:
    """Text of others with every sign of Markdown, HTML and formulas taken out of its power."""
    return SIGNS.sub(r"\\\1", str(text).replace("\n", " "))


def trouble(error: CohortsError) -> None:
    """Every fault with its place and remedy."""
    for problem in error.problems[:8]:
        fault, remedy = explain(problem, language(), plainly=True)
        # an option of the command line is no place on the screen
        known = problem.place and not problem.place.startswith(("--", "["))
        place = f"{problem.place}: " if known else ""
        st.error(plain(f"{place}{fault} {remedy}"))
