"""Parts of a page about proposals as HTML of our own: drawn like the report, each text escaped."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from cohorts.pages.told import page_words
from cohorts.reports.page.shown import shown
from cohorts.words import Language, say

PROPOSAL = "voorstel"
"""What an address calls the proposal that is looked at."""
MARK = re.compile(
    r'<svg[^>]*?(?:aria-label="(?P<said>[^"]*)"|aria-hidden="true")[^>]*>(?:<title>.*?</title>)?'
    r'<use href="#(?P<mark>p-\w+)"/></svg>'
)
"""A mark of a phase as the report draws it. A browser page of Streamlit's takes no such drawing."""
t = page_words("proposals")


def part(template: str, language: Language, **facts: object) -> str:
    """A part; ``t`` in it says what the report says, ``w`` what this page says."""
    drawn: str = (
        _environment()
        .get_template(f"{template}.html.jinja")
        .render(
            t=lambda key, **given: say(key if "." in key else f"report.{key}", language, **given),
            w=lambda key, **given: say(f"page_proposals.{key}", language, **given),
            lang=language,
            **facts,
        )
    )
    return MARK.sub(_mark, drawn)


def _mark(found: re.Match[str]) -> str:
    """The same mark, drawn by our style."""
    said = found["said"]
    told = f'role="img" aria-label="{said}" title="{said}"' if said else 'aria-hidden="true"'
    return f'<i class="phase {found["mark"]}" {told}></i>'


def style() -> None:
    """The report's own style, for these parts and nothing else on the page."""
    st.html(f"<style>@scope (.ours) {{ {_css()} }} {_own_css()}</style>")


@cache
def _css() -> str:
    return files("cohorts.reports.page").joinpath("style.css").read_text("utf-8")


@cache
def _own_css() -> str:
    return files("cohorts.pages.proposals").joinpath("proposals.css").read_text("utf-8")


@cache
def _environment() -> Any:
    return Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("cohorts.pages", "proposals"),
                PackageLoader("cohorts.reports.page", ""),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
