"""A text that somebody types: without signs that nobody sees, or that no database holds."""

from __future__ import annotations

from cohorts.intake.files.any_file import INVISIBLE


def visible(text: str) -> str:
    """As it can be kept and shown: nothing in it turns, hides or ends the text around it."""
    return INVISIBLE.sub("", text).strip()
