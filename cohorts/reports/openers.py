"""Openers for a first meeting: what these members have in common, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.reports.unpaired import Pairs, at_ease, together
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import amount

MOST = 3
MOST_NAMED = 4
YEARS, TIMES = 10, 3
"""A difference in years, or a ratio in staff, from which two members have something to tell."""
CROWD = 25
"""From so many staff on nobody sees everybody every day (assumed)."""
Valued = tuple[float, Applicant]


def openers(
    members: Sequence[Applicant], language: Language, apart: Pairs = frozenset()
) -> list[str]:
    """At most MOST: first what is shared, then what differs, then a pair that stands out.

    None names two who are ``apart``. Fewer only where too little is known of the members.
    """
    shared = list(_shared(members, language, apart))
    differ = list(_differ(members, language, apart))
    pairs = list(_pairs(members, language, apart))
    ordered = shared[:1] + differ[:1] + pairs[:1] + differ[1:] + pairs[1:] + shared[1:]
    return ordered[:MOST]


def _shared(members: Sequence[Applicant], language: Language, apart: Pairs) -> Iterator[str]:
    """The theme most members name; the place most come from."""
    named = _at_ease(_by_value([(theme, a) for a in members for theme in a.themes]), apart)
    for theme, people in named[:1]:
        yield _about_people("theme", people, language, theme=theme)
    towns = [(town, a) for a in members if (town := a.municipality or a.place)]
    for town, people in _at_ease(_by_value(towns), apart)[:1]:
        yield _about_people("town", people, language, place=town)


def _differ(members: Sequence[Applicant], language: Language, apart: Pairs) -> Iterator[str]:
    """The oldest beside the youngest company, the smallest beside the largest."""
    years = [(float(a.founded), a) for a in members if a.founded is not None]
    if (ends := _ends(years, apart)) and ends[1][0] - ends[0][0] >= YEARS:
        (since, old), (later, young) = ends
        facts = {"since": f"{since:.0f}", "later": f"{later:.0f}"}
        yield say("openers.age", language, a=old.label, b=young.label, **facts)
    sizes = [(a.fte, a) for a in members if a.fte]
    if (ends := _ends(sizes, apart)) and ends[1][0] >= max(TIMES * ends[0][0], CROWD):
        (least, small), (most, large) = ends
        low, high = (amount(max(size, 1), "fte", language) for size in (least, most))
        yield say("openers.size", language, a=small.label, b=large.label, low=low, high=high)


def _ends(values: list[tuple[float, Applicant]], apart: Pairs) -> tuple[Valued, Valued] | None:
    """The smallest and the largest; of those who are apart, the two nearest to that."""
    ordered = sorted(values, key=lambda one: (one[0], one[1].id))
    pairs = [
        (ordered[i], ordered[j])
        for i, j in combinations(range(len(ordered)), 2)
        if together(ordered[i][1].id, ordered[j][1].id, apart)
    ]
    # of as far apart the first and the last
    place = {one[1].id: i for i, one in enumerate(ordered)}
    return max(
        pairs,
        key=lambda p: (p[1][0] - p[0][0], place[p[1][1].id] - place[p[0][1].id]),
        default=None,
    )


def _pairs(members: Sequence[Applicant], language: Language, apart: Pairs) -> Iterator[str]:
    """A theme of two members only; two who do something else in the same place."""
    named = _by_value([(theme, a) for a in members for theme in a.themes])
    for theme, people in reversed(named[1:]):
        if len(people) == 2 == len(at_ease(people, apart)):  # noqa: PLR2004 - a pair
            yield _about_people("pair", people, language, theme=theme)
            break
    for a, b in combinations(members, 2):
        if not together(a.id, b.id, apart):
            continue
        if a.offer and b.offer and not set(a.themes) & set(b.themes) and a.themes and b.themes:
            facts = {"a": a.label, "b": b.label, "one": a.themes[0], "other": b.themes[0]}
            yield say("openers.apart", language, **facts)
            break


def _by_value(given: list[tuple[str, Applicant]]) -> list[tuple[str, list[Applicant]]]:
    """Value → who has it, of at least two people; most people first, then by name."""
    found: dict[str, list[Applicant]] = {}
    for value, applicant in given:
        found.setdefault(value, []).append(applicant)
    several = [item for item in found.items() if len(item[1]) > 1]
    return sorted(several, key=lambda item: (-len(item[1]), item[0]))


def _at_ease(
    found: list[tuple[str, list[Applicant]]], apart: Pairs
) -> list[tuple[str, list[Applicant]]]:
    """The same, but for values of which so few are left that nobody has it with another."""
    eased = [(value, at_ease(people, apart)) for value, people in found]
    return [(value, people) for value, people in eased if len(people) > 1]


def _about_people(key: str, people: Sequence[Applicant], language: Language, **facts: str) -> str:
    shown = first_of(people, MOST_NAMED)
    names = [a.label for a in shown]
    if more := len(people) - len(shown):
        names.append(say("report.more", language, count=more))
    return say(f"openers.{key}", language, people=names, count=len(people), **facts)
