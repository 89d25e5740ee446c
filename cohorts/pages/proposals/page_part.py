"""Parts of this page as HTML of our own: drawn like the report, every text in them escaped."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cohorts.pages.told import page_words
from cohorts.reports.page.shown import shown
from cohorts.words import Language, say

PROPOSAL = "voorstel"
"""What an address calls the proposal that is looked at."""
MARK = re.compile(r'<use href="#(p-\w+)"></use>|<use href="#(p-\w+)"/>')
SYMBOL = re.compile(r'<symbol id="(p-\w+)" viewBox="([^"]+)">(.*?)</symbol>', re.DOTALL)
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
    return MARK.sub(lambda found: _marks()[found[1] or found[2]], drawn)


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
def _marks() -> dict[str, Markup]:
    """The marks of phases, from the frame of the report: here nothing can refer to them."""
    frame = files("cohorts.reports.page").joinpath("frame.html.jinja").read_text("utf-8")
    return {
        name: Markup(f'<svg viewBox="{box}">{inner}</svg>')  # noqa: S704 - our own file
        for name, box, inner in SYMBOL.findall(frame)
    }


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
