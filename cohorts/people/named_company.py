"""Whom a name on a form means: which companies of a round, and how sure that is.

Sure is only what says the same: the number in the trade register, or the whole name (without legal
form, capitals and accents), with or without the place. What merely looks like a name is doubtful: a
slip of the hand, a missing article, half a name, somebody's own name. So is a name that says no
more than a trade or a place: who writes "Bakkerij, Zwolle" may mean that. The first that fits
decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from cohorts.people.activity import trade_words
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import company_of, plain_name
from cohorts.people.person_name import person_name, plain
from cohorts.people.spelled_nearly import Nearly
from cohorts.people.stems import stem
from cohorts.people.values import folded

K = TypeVar("K")
NUMBER = re.compile(r"(?<!\d)\d(?:[ .]?\d){7}(?!\d)")
"""A number of the trade register, as people space it."""
ALSO_CALLED = re.compile(
    r"\b(?:t\.?\s?)?h\.?\s?o\.?\s?d\.?\s?n\.?(?!\w)|\bhandelend onder(?: de naam)?\b|\bt/a(?!\w)"
    r"|\btrading as\b|\bd/?b/?a\b|\book bekend als\b|\balso known as\b",
    re.IGNORECASE,
)
"""What stands between the names of one company."""
APART = re.compile(r"[()\[\]/|]|\s[-–—]\s")
"""Signs behind which another name may stand, or a place, or what a company does."""
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""What people add to a name: (same street)."""
TRADE_NAMES = frozenset(
    {"handelsnaam", "handelsnamen", "trade name", "trade names", "ook bekend als"}
)
"""Headers of columns with the other names of a company."""
MOST_FIT = 3
"""A name that fits more companies than this is none of theirs: bakker, de bouw."""
LONGEST = 200
"""A longer text is a story, and no name."""


@dataclass(frozen=True)
class Meant:
    """``companies``: the signs of whom it can mean; ``sure``: that it does, and it is only one."""

    companies: tuple[str, ...]
    sure: bool


class Companies:
    """The companies of these people, by all that they are called.

    ``of``: id → the sign of a company; who has none is one alone. ``people``: the other way about.
    """

    def __init__(self, applicants: Iterable[Applicant]) -> None:
        everybody = sorted(applicants, key=lambda a: a.id)
        known = company_of(everybody)
        of = {a.id: known.get(a.id, f"\x1f{a.id}") for a in everybody}
        self.of: Mapping[ApplicantId, str] = of | _namesakes(everybody, of)
        self.people: dict[str, list[Applicant]] = {}
        for a in everybody:
            self.people.setdefault(self.of[a.id], []).append(a)
        self._looked_up: dict[str, Meant | None] = {}

    def meant(self, text: str) -> Meant | None:
        """Whom a text names; None: nobody here. All that fit as well as the best."""
        text = folded(text[:LONGEST])
        if text not in self._looked_up:
            self._looked_up[text] = self._meant(text)
        return self._looked_up[text]

    def _meant(self, text: str) -> Meant | None:
        numbers = {re.sub(r"\D", "", found) for found in NUMBER.findall(text)}
        if by_number := {sign for one in numbers for sign in self._numbered.get(one, ())}:
            return _meant(by_number, sure=True)
        name = key_of(NUMBER.sub(" ", re.sub(r"\bkvk\b[-: nr.]*", " ", text)))
        if exact := self._exact.get(name):
            # another number than that company has: another company, or a slip in the number
            other = numbers and any(a.kvk for sign in exact for a in self.people[sign])
            return _meant(exact, sure=not other and self._tells(name))
        bare = key_of(BRACKETS.sub(" ", text))
        found = (
            self._nearly.like(name)
            or self._nearly.like(bare)
            or self._persons.get(_person(text), set())
        )
        return _meant(found, sure=False) if 0 < len(found) <= MOST_FIT else None

    def is_name(self, text: str) -> bool:
        """Whether a company is called just so."""
        return key_of(text) in self._exact

    def _tells(self, name: str) -> bool:
        """Whether a whole name says more than what a company does and where."""
        words = [word for word in name.split() if word not in self._places]
        return not all(stem(word) in _trade_stems() for word in words)

    @cached_property
    def _places(self) -> frozenset[str]:
        """Every word of the places of this round."""
        return frozenset(w for a in self._everybody for p in places_of(a) for w in p.split())

    @cached_property
    def _numbered(self) -> dict[str, set[str]]:
        return _all_of((a.kvk or "", self.of[a.id]) for a in self._everybody)

    @cached_property
    def _exact(self) -> dict[str, set[str]]:
        """Every whole name, with and without the place."""
        return _all_of(
            (key, self.of[a.id])
            for a in self._everybody
            for name in names_of(a)
            for key in _keys(a, name)
        )

    @cached_property
    def _nearly(self) -> Nearly:
        """Every name and every part of one."""
        return Nearly(
            (key, self.of[a.id], places_of(a))
            for a in self._everybody
            for name in names_of(a)
            for key in (key_of(name), *_parts(a, name))
        )

    @cached_property
    def _persons(self) -> dict[tuple[str, ...], set[str]]:
        return _all_of((_person(a.name or ""), self.of[a.id]) for a in self._everybody)

    @property
    def _everybody(self) -> Iterator[Applicant]:
        return (a for people in self.people.values() for a in people)


@cache
def _trade_stems() -> frozenset[str]:
    return frozenset(map(stem, trade_words()))


def key_of(name: str) -> str:
    """A name of a company in small letters, without accents, signs and legal form."""
    return plain(plain_name(name))


def names_of(a: Applicant) -> Iterator[str]:
    """All whole names of somebody's company."""
    if a.company:
        yield from (a.company, *ALSO_CALLED.split(a.company))
    for header, text in a.extra.items():
        if folded(header) in TRADE_NAMES:
            yield from re.split(r"[|;,\n]", text)


def places_of(a: Applicant) -> tuple[str, ...]:
    """The places that people put behind its name."""
    return tuple(dict.fromkeys(plain(folded(p)) for p in (a.place, a.municipality) if p))


def _namesakes(
    people: Iterable[Applicant], of: Mapping[ApplicantId, str]
) -> dict[ApplicantId, str]:
    """Ids of companies of one name, without number, in several places → a sign by the place.

    Only where one of them names that name as a competitor: nobody is a rival of the own company.
    """
    named: dict[str, list[Applicant]] = {}
    for a in people:
        if a.company and not a.kvk and of[a.id] == plain_name(a.company) and places_of(a):
            named.setdefault(of[a.id], []).append(a)
    return {
        a.id: f"{sign}\x1f{places_of(a)[0]}"
        for sign, who in named.items()
        if len({places_of(a)[0] for a in who}) > 1 and _rivals_of_one_name(who)
        for a in who
    }


def _rivals_of_one_name(people: Iterable[Applicant]) -> bool:
    """Whether one of these people of one name wrote that name, or that of another's, as a rival."""
    keys = {a.id: {*_keys(a, a.company or "")} for a in people}
    return any(
        key_of(text) in set().union(*keys.values()) - (keys[a.id] - {key_of(a.company or "")})
        for a in people
        for text in a.competitors
    )


def _keys(a: Applicant, name: str) -> Iterator[str]:
    if key := key_of(name):
        yield key
        yield from (f"{key} {place}" for place in places_of(a) if key != place)


def _parts(a: Applicant, name: str) -> Iterator[str]:
    """Between brackets, or behind a line: perhaps another name, if it is not where they are."""
    parts = [key_of(part) for part in APART.split(name)]
    return (part for part in parts if part and part not in places_of(a) and len(parts) > 1)


def _person(text: str) -> tuple[str, ...]:
    """The words of a name of somebody of whom a first name is known; () for what is none."""
    name = person_name(text)
    return name.words if name.is_full and not name.numbers else ()


def _meant(found: set[str], *, sure: bool) -> Meant:
    return Meant(tuple(sorted(found)), sure and len(found) == 1)


def _all_of(pairs: Iterable[tuple[K, str]]) -> dict[K, set[str]]:
    found: dict[K, set[str]] = {}
    for key, sign in pairs:
        if key:
            found.setdefault(key, set()).add(sign)
    return found
