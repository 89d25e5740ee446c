"""What happens to every text on its way to the page."""

from __future__ import annotations

from markupsafe import Markup

from cohorts.reports.plain import plain


def shown(value: object) -> object:
    """A text that cannot turn the line it stands in; the euro sign stays with its sum."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return plain(value).replace("€ ", "€\u00a0")
