"""Why somebody did not go on after a stage, in a sentence to that person."""

from __future__ import annotations

from collections.abc import Iterable

from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.left_at import Why
from cohorts.words import Language, say

SHORTEST = 3
"""A name of fewer signs stands in any text."""


def own_reason(
    why: Why, reason: str, refused: str, others: Iterable[Applicant], language: Language
) -> str:
    """``reason``: what people typed who decided otherwise; ``refused``: what a condition says.

    What was typed is told only where it names nobody else.
    """
    if why is Why.REFUSED and refused:
        return refused
    if why is Why.BY_PEOPLE and reason and not names_any(reason, others):
        return say("letter.why_by_people_because", language, reason=reason)
    return say(f"letter.why_{why.value}", language)


def names_any(text: str, people: Iterable[Applicant]) -> bool:
    """Whether one of these is named in it, by name, company, number or address."""
    here = plain(text)
    return any(
        plain(value) in here
        for a in people
        for value in (a.name, a.company, a.kvk, a.email, str(a.id))
        if value and len(value) > SHORTEST
    )
