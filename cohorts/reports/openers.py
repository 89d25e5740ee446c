"""Openers for a first meeting: what these members have in common, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import amount

MOST = 3
MOST_NAMED = 4
YEARS, TIMES = 10, 3
"""A difference in years, or a ratio in staff, from which two members have something to tell."""
CROWD = 25
"""From so many staff on nobody sees everybody every day (assumed)."""
Opener = tuple[str, str]
"""What it is about, and its sentence."""


def openers(members: Sequence[Applicant], language: Language) -> list[str]:
    """At most MOST: first what is shared, then what differs, then a pair that stands out.

    Fewer only where too little is known of the members.
    """
    shared, differ = list(_shared(members, language)), list(_differ(members, language))
    pairs = list(_pairs(members, language))
    ordered = shared[:1] + differ[:1] + pairs[:1] + differ[1:] + pairs[1:] + shared[1:]
    return ordered[:MOST]


def _shared(members: Sequence[Applicant], language: Language) -> Iterator[str]:
    """The theme most members name; the place most come from."""
    named = _by_value([(theme, a) for a in members for theme in a.themes])
    for theme, people in named[:1]:
        yield _about_people("theme", people, language, theme=theme)
    towns = [(town, a) for a in members if (town := a.municipality or a.place)]
    for town, people in _by_value(towns)[:1]:
        yield _about_people("town", people, language, place=town)


def _differ(members: Sequence[Applicant], language: Language) -> Iterator[str]:
    """The oldest beside the youngest company, the smallest beside the largest."""
    years = sorted((a.founded, a.id, a.label) for a in members if a.founded is not None)
    if years and years[-1][0] - years[0][0] >= YEARS:
        facts = {"since": str(years[0][0]), "later": str(years[-1][0])}
        yield say("openers.age", language, a=years[0][2], b=years[-1][2], **facts)
    sizes = sorted((a.fte, a.id, a.label) for a in members if a.fte)
    if sizes and sizes[-1][0] >= max(TIMES * sizes[0][0], CROWD):
        low, high = (amount(max(size, 1), "fte", language) for size in (sizes[0][0], sizes[-1][0]))
        yield say("openers.size", language, a=sizes[0][2], b=sizes[-1][2], low=low, high=high)


def _pairs(members: Sequence[Applicant], language: Language) -> Iterator[str]:
    """A theme of two members only; two who do something else in the same place."""
    named = _by_value([(theme, a) for a in members for theme in a.themes])
    for theme, people in reversed(named[1:]):
        if len(people) == 2:  # noqa: PLR2004 - a pair
            yield _about_people("pair", people, language, theme=theme)
            break
    for a, b in combinations(members, 2):
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


def _about_people(key: str, people: Sequence[Applicant], language: Language, **facts: str) -> str:
    shown = first_of(people, MOST_NAMED)
    names = [a.label for a in shown]
    if more := len(people) - len(shown):
        names.append(say("report.more", language, count=more))
    return say(f"openers.{key}", language, people=names, count=len(people), **facts)
