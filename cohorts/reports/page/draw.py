"""Draws a page from its template; every page in one frame, with one style, alone in its file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cohorts.reports.page.shown import shown
from cohorts.reports.stamp import Stamped
from cohorts.words import Language, say
from cohorts.words.first_of import first_of

WEIGHTS = (400, 600)


def draw(template: str, language: Language, *, stamp: Stamped, **facts: object) -> str:
    """The page, self-contained; every text in it is escaped.

    Each page gives its frame a ``title`` and a ``kind`` of page, and the ``stamp`` that it carries
    on screen and on every sheet. Raises UndefinedError for a fact
    the template asks and nobody gives.
    """
    page = _environment().get_template(f"{template}.html.jinja")
    drawn: str = page.render(
        stamp=stamp,
        fonts=fonts(),
        style=Markup(_file("style.css").decode()),  # noqa: S704 - our own file
        **_spoken(language),
        **facts,
    )
    return drawn


def draw_sheets(
    template: str, language: Language, sheets: Sequence[Mapping[str, Any]], **facts: Any
) -> str:
    """Several pages of one template in one file to print, each from the head of a sheet of paper.

    ``sheets``: the facts of each, with its own ``stamp``; ``facts``: of the frame around them.
    """
    page = _environment().get_template(f"{template}.html.jinja")
    drawn = [
        # what the template drew is escaped already
        (one["stamp"], Markup("".join(_content(page, language, one))))  # noqa: S704
        for one in sheets
    ]
    return draw("sheets", language, sheets=drawn, **facts)


def _content(page: Any, language: Language, facts: Mapping[str, Any]) -> Iterator[str]:
    drawn: Iterator[str] = page.blocks["content"](page.new_context({**_spoken(language), **facts}))
    return drawn


def _spoken(language: Language) -> dict[str, Any]:
    return {
        "t": lambda key, **given: say(key if "." in key else f"report.{key}", language, **given),
        "language": language.value,
        "lang": language,
        "first_of": first_of,
    }


def bare(template: str, language: Language, **facts: object) -> str:
    """A sheet without frame, style and letters of its own: small, for there are very many."""
    page = _environment().get_template(f"{template}.html.jinja")
    drawn: str = page.render(language=language.value, **facts)
    return drawn


@cache
def _environment() -> Any:
    return Environment(
        loader=PackageLoader("cohorts.reports.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def fonts() -> list[tuple[int, str]]:
    """Weight → our letters, as text; for what is printed from one file."""
    return [(w, b64encode(_file(f"font/fira-sans-{w}.woff2")).decode()) for w in WEIGHTS]


def _file(name: str) -> bytes:
    return files("cohorts.reports.page").joinpath(name).read_bytes()
