"""Whom somebody looks for: by words of who they are, or by the number that they call from."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.pages.here import Here
from cohorts.pages.sought import folded, holds
from cohorts.people.applicant import Applicant
from cohorts.people.telephone import telephone
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.people.once_there import withdrawn_of
from cohorts.store.keys import PersonKey

AT_ONCE = 12
DIGITS = 4
"""Fewer of a number could be anybody's."""


def everybody(here: Here, kept: KeptPeople) -> Mapping[PersonKey, Applicant]:
    """Of the round, also who withdrew."""
    return {**withdrawn_of(here.store, here.actor, here.round), **kept.shown}


def matching(people: Mapping[PersonKey, Applicant], sought: str) -> list[PersonKey]:
    """By name."""
    found = [who for who, one in people.items() if holds(one, sought) or _calls(one, sought)]
    return sorted(found, key=lambda who: (folded(people[who].name or people[who].label), who))


def _calls(one: Applicant, sought: str) -> bool:
    """Whether the end of their number is this."""
    tel = telephone(one)
    digits = "".join(sign for sign in sought if sign.isdecimal())
    own = (tel.dial or "").partition(";")[0] if tel else ""
    return len(digits) >= DIGITS and own.endswith(digits.lstrip("0"))
