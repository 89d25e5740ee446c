"""Sentences on the screen: in the reader's language, and never read as Markdown."""

from __future__ import annotations

import re
from typing import Protocol

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.words import Language, explain, say

SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")
LINKED = r"https?(?=://)|www(?=\.)|@(?=[\w-]+\.)"
DRAWN = r":(?=material/|streamlit:)|[<>~-](?=[>=-])"
"""Where an icon, an arrow or a dash would be drawn, escaped or not."""
MADE_MORE = re.compile(f"({LINKED}|{DRAWN})", re.IGNORECASE)
"""Where Markdown makes more of plain text; a sign of no width behind it keeps it text."""
SPOKEN = "language"
"""Where the shell keeps the language of the page that is drawn."""


class Words(Protocol):
    """Says a sentence of one page."""

    def __call__(self, key: str, **facts: object) -> str: ...


def language() -> Language:
    """The language on the screen."""
    return Language(st.session_state.get(SPOKEN) or Language.NL)


def page_words(room: str) -> Words:
    """What says ``page_<room>.<key>``: the sentences of that page's own file of words."""

    def said(key: str, **facts: object) -> str:
        return say(f"page_{room}.{key}", language(), **facts)

    return said


def shell_words(key: str, **facts: object) -> str:
    """The sentence ``shell.<key>``: of what stands round every page."""
    return say(f"shell.{key}", language(), **facts)


def counted(what: str, count: int) -> str:
    """How many there are, behind what they are."""
    return shell_words("counted", what=what, count=count)


def plain(text: object) -> str:
    """Text of others with every sign of Markdown, HTML and formulas taken out of its power."""
    return SIGNS.sub(r"\\\1", MADE_MORE.sub("\\1\u2060", str(text).replace("\n", " ")))


def trouble(error: CohortsError) -> None:
    """Every fault with its place and remedy."""
    for problem in error.problems[:8]:
        fault, remedy = explain(problem, language(), plainly=True)
        # an option of the command line is no place on the screen
        known = problem.place and not problem.place.startswith(("--", "["))
        place = f"{problem.place}: " if known else ""
        st.error(plain(f"{place}{fault} {remedy}"))
