"""The templates of a room of the pages: what is put into them is text, never markup."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader

from cohorts.pages.whole_words import whole_words


def page_templates(room: str) -> Environment:
    """Those that stand in ``cohorts.pages.<room>``; ``whole`` keeps words with a hyphen whole."""
    made = Environment(
        loader=PackageLoader("cohorts.pages", room),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["whole"] = whole_words
    return made
