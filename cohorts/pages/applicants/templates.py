"""The HTML of this page: what people wrote stands in it as text, never as HTML."""

from __future__ import annotations

from cohorts.pages.page_templates import page_templates

HTML = page_templates("applicants")
