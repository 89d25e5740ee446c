"""People with one surname in different companies: family, perhaps; nobody but they can say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.people.identity import Answer, Met, Traits, company_met, judged, traits


def one_surname(people: Sequence[Applicant]) -> tuple[tuple[Applicant, ...], ...]:
    """Those of each surname that stands in at least two companies, by surname.

    A name without a first name, or with a number in it, is left alone.
    """
    found: dict[tuple[str, ...], list[tuple[Traits, Applicant]]] = {}
    for a in people:
        told = traits(a)
        if told.name.given and not told.name.numbers:
            found.setdefault(told.name.family, []).append((told, a))
    return tuple(
        tuple(a for _, a in family)
        for _, family in sorted(found.items(), key=lambda pair: pair[0])
        if any(_are_two(a, b) for a, b in combinations(dict.fromkeys(t for t, _ in family), 2))
    )


def _are_two(a: Traits, b: Traits) -> bool:
    """Of different companies, and not asked already whether they are one person.

    Also of one full name: with two companies that may be a relative, or one person.
    """
    return company_met(a, b) is Met.OTHER and judged(a, b).answer is Answer.NO
