"""Whom somebody looks for in a list: by any words of who they are."""

from __future__ import annotations

import unicodedata

from cohorts.people.applicant import Applicant


def holds(a: Applicant, sought: str) -> bool:
    """Whether every word that is sought stands somewhere in who they are."""
    said = folded(" ".join(filter(None, (a.name, a.company, a.place, a.email, a.id))))
    return all(word in said for word in folded(sought).split())


def folded(text: str) -> str:
    """Without capitals and accents."""
    plain_ = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain_ if not unicodedata.combining(sign))
