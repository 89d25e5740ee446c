"""Which applicants are of one company, and what a company or a person is called, written one way.

The same number in the trade register is the same company; without one, the same name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.values import CACHED, folded

LEGAL_FORMS = frozenset(
    {"bv", "nv", "vof", "cv", "ua", "ba", "stichting", "vereniging", "coöperatie"}
    | {"eenmanszaak", "maatschap", "holding", "ltd", "limited", "inc", "llc", "gmbh", "ag"}
)
"""Words of a name that say what kind of company it is, without their full stops."""

ALSO_WORDS = frozenset({"cv", "ba", "ua", "ag"})
"""Forms that, written without full stops in front of a name, are part of it: CV Ketelservice."""


ALIKE = str.maketrans(
    "авеёкмнорстухіјѕԁԛԝһαβεζηικμνορτυχ",
    "abeëkmhopctyxijsdqwhabezhikmvoptyx",
)
"""Small letters of which the capital or they themselves look like a Latin one."""


@lru_cache(maxsize=CACHED)
def plain_name(name: str) -> str:
    """A name in small letters, without signs and legal form; "" where nothing is left."""
    joined = re.sub(r"(?<=\b\w)\.\s?(?=\w\b)|(?<=\b\w)\.", "", folded(name))
    words = re.findall(r"\w+", joined)
    of_name = words[:1] if words and folded(name).split()[0] in ALSO_WORDS else []
    bare = [word for word in words[len(of_name) :] if word not in LEGAL_FORMS]
    return " ".join((*of_name, *bare)) if bare else " ".join(words)


def company_of(applicants: Iterable[Applicant]) -> Mapping[ApplicantId, str]:
    """Id → a sign that all people of one company share; absent where no company is known.

    Who gave no number belongs to the one number that somebody of the same name did give.
    """
    people = tuple(applicants)
    numbers: dict[str, set[str]] = {}
    for a in people:
        if a.kvk and (name := plain_name(a.company or "")):
            numbers.setdefault(name, set()).add(a.kvk)
    found = {}
    for a in people:
        name = plain_name(a.company or "")
        known = numbers.get(name, set())
        if a.kvk or len(known) == 1:
            found[a.id] = a.kvk or next(iter(known))
        elif name:
            found[a.id] = name
    return found


def told_apart(applicants: Iterable[Applicant]) -> tuple[Applicant, ...]:
    """Everybody; whose label looks like another's shows the name too, or else the id."""
    bare = tuple(replace(a, told_apart=None) if a.told_apart else a for a in applicants)
    labels = [_as_seen(a.label) for a in bare]
    alike = Counter(labels)
    names = [_as_seen(a.name or "") for a in bare]
    named = Counter(zip(labels, names, strict=True))
    found = []
    for label, plainly, a in zip(labels, names, bare, strict=True):
        name = a.name if a.company else None
        mark = (
            name if name and named[label, plainly] == 1 else ", ".join(filter(None, (name, a.id)))
        )
        found.append(replace(a, told_apart=mark) if alike[label] > 1 else a)
    return tuple(found)


def _as_seen(name: str) -> str:
    """The same for names that nobody tells apart by eye, in whatever script."""
    return plain_name(name).translate(ALIKE)
