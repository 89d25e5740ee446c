"""Who is further ahead than the rest of a group: somebody from whom the others can learn.

Cai & Szeidl (Quarterly Journal of Economics 2018; 2,820 firms in China, random groups of ten that
met monthly for a year) found more growth with larger, better peers. Where all are of one size, and
nobody is ahead in another way, a group lacks that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from cohorts.people.applicant import PHASES, SIZES, Applicant, ApplicantId

LARGER, YEARS = 1.5, 5.0
"""Further ahead is so many times the median size, or so many years more of experience."""
IsAhead = Callable[[float, float], bool]
KNOWN = 2
"""Of so many members at least something must be known to compare them."""


def further_ahead(members: Sequence[Applicant]) -> frozenset[ApplicantId] | None:
    """Ids of who is further ahead in size, life phase or experience.

    A later life phase is one later than that of the median member. None where too little is known
    of the group to say anything.
    """
    found: set[ApplicantId] = set()
    compared = False
    for values, is_ahead in _measures(members):
        if len(values) >= KNOWN:
            compared = True
            middle = median(values.values())
            found |= {one for one, value in values.items() if is_ahead(value, middle)}
    return frozenset(found) if compared else None


def _measures(members: Sequence[Applicant]) -> list[tuple[dict[ApplicantId, float], IsAhead]]:
    """Per measure what is known of each member, and when a value is ahead of the median."""
    sizes = [
        {a.id: value for a in members if (value := a.number(field)) is not None} for field in SIZES
    ]
    phases = {a.id: float(PHASES.index(a.life_phase)) for a in members if a.life_phase in PHASES}
    years = {a.id: a.experience for a in members if a.experience is not None}
    return [
        *((size, lambda value, middle: middle > 0 and value >= LARGER * middle) for size in sizes),
        (phases, lambda value, middle: value > middle),
        (years, lambda value, middle: value >= middle + YEARS),
    ]
