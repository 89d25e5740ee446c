"""Which programme a file of applicants looks made for: by its columns, and by who may take part.

Signs add up, and only those that few files would show by chance: a column that hardly any other
programme asks for, a region, a statement. Whoever a condition refuses speaks against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cohorts.conditions.condition import Condition
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.programme.programme import Programme
from cohorts.round.judgement import Verdict

PLACES = frozenset({"province", "municipality"})
TELLING, USUAL = 2.0, 1.0
"""What a condition counts that everybody meets: one of place or of a statement, and any other."""
AGAINST = 2.0
"""Where half may not take part, it is not for them."""
ENOUGH, AHEAD = 1.5, 1.1
"""How much there must be to say so, and by how much it must be ahead of the next."""


@dataclass(frozen=True)
class Resemblance:
    """``columns``: of its own that the file has; ``may``: how many of ``count`` may take part."""

    programme: Programme
    columns: tuple[str, ...]
    may: int
    count: int
    signs: float


def resembling(
    applicants: Sequence[Applicant], programmes: Sequence[Programme], on: date
) -> tuple[Resemblance, ...]:
    """Each programme beside the applicants, the one with most signs first."""
    asked = Counter(column for one in programmes for column in own_columns(one))
    found = [_beside(applicants, one, asked, on) for one in programmes]
    return tuple(sorted(found, key=lambda one: -one.signs))


def clearly(found: Sequence[Resemblance]) -> Resemblance | None:
    """The first where it is enough and well ahead of the others; else none is."""
    first, second = (*found, None, None)[:2]
    if first is None or first.signs < ENOUGH:
        return None
    return first if second is None or first.signs >= AHEAD * second.signs else None


def own_columns(programme: Programme) -> frozenset[str]:
    """What it asks that is no field of every applicant."""
    rules = {field for one in programme.rules for field in one.needs()}
    conditions = {field for one in programme.conditions for field in one.needs()}
    return frozenset((rules | conditions) - set(FIELD_NAMES))


def _beside(
    applicants: Sequence[Applicant], programme: Programme, asked: Mapping[str, int], on: date
) -> Resemblance:
    judged = [[one.judge(a, on).verdict for one in programme.conditions] for a in applicants]
    refused = sum(Verdict.REFUSED in verdicts for verdicts in judged)
    count = len(applicants)
    met = sum(
        _counts(one) * sum(verdicts[i] is Verdict.MET for verdicts in judged)
        for i, one in enumerate(programme.conditions)
    )
    there = [c for c in own_columns(programme) if any(a.text(c) for a in applicants)]
    share = max(0.0, 1 - AGAINST * refused / count) if count else 0.0
    signs = share * (met / max(count, 1) + sum(1 / asked[column] for column in there))
    rarest = sorted(there, key=lambda column: (asked[column], column))
    return Resemblance(programme, tuple(rarest), count - refused, count, signs)


def _counts(condition: Condition) -> float:
    place = not PLACES.isdisjoint(condition.needs())
    return TELLING if place or condition.telling else USUAL
