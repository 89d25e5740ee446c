"""The HTML of this page: what people wrote stands in it as text, never as HTML."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader

HTML = Environment(
    loader=PackageLoader("cohorts.pages", "audit"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
