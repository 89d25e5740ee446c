"""Sentences in a list, and one by itself, in which people's texts stand as text.

Markdown makes links of addresses that stand in a text; HTML of our own makes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.templates import HTML

FEW = 12
TEMPLATE = HTML.from_string(
    '<ul class="in-lines">{% for line in lines %}<li><bdi>{{ line }}</bdi></li>{% endfor %}</ul>'
)
FACTS = HTML.from_string(
    '<ul class="in-facts">{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>'
)
ONE = HTML.from_string('<p class="in-line"><bdi>{{ line }}</bdi></p>')


def in_lines(lines: Sequence[str], key: str) -> None:
    """The first few, and the others where they are asked for. ``key``: of what asks for them."""
    st.html(TEMPLATE.render(lines=lines[:FEW]))
    more = len(lines) - FEW
    if more > 0 and st.toggle(t("list_all", count=more), key=f"all_{key}"):
        st.html(TEMPLATE.render(lines=lines[FEW:]))


def in_facts(lines: Iterable[str]) -> None:
    """A line of facts, the strongest of its part of the page; nothing where there are none."""
    if told := [*lines]:
        st.html(FACTS.render(lines=told))


def in_line(line: str) -> None:
    """One sentence."""
    st.html(ONE.render(line=line))
