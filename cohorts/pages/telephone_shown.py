"""A telephone number on a page: to tap where it can be dialled."""

from __future__ import annotations

from cohorts.pages.told import plain
from cohorts.people.applicant import Applicant
from cohorts.people.telephone import telephone


def telephone_shown(one: Applicant) -> str:
    """As Markdown; "": none is known."""
    tel = telephone(one)
    if tel is None:
        return ""
    shown = plain(tel.shown)
    return f"[{shown}](tel:{tel.dial})" if tel.dial else shown
