"""Everybody of a round with one spelling for each value, so that whoever compares may compare ==.

Values are what a field or a column of one's own holds to be counted or compared. What somebody is
called or can be reached by, and what they wrote in their own words, stays as it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cohorts.people.applicant import Applicant
from cohorts.people.values import folded, plain, spelling_of

ONE_VALUE = (
    "company",
    "postcode",
    "place",
    "municipality",
    "province",
    "sbi",
    "sbi_version",
    "life_phase",
    "role",
    "colour",
)
SEVERAL_VALUES = ("themes", "availability", "languages")
CALLED = ("name", "kvk", "email", "partner")
CALLED_SEVERAL = ("competitors", "suppliers", "buyers", "family")
"""What somebody is called, or can be reached by: shown as it was given."""
FREE_TEXTS = ("activity", "offer", "customers", "ambition_text", "question")
"""Fields in people's own words: read by :func:`cohorts.people.values.folded`, never respelled."""
Spelling = Mapping[str, Mapping[str, str]]
"""Field → plain value → how it is shown."""


def spelled_alike(applicants: Sequence[Applicant]) -> tuple[Applicant, ...]:
    """Everybody in the same order, each value in the spelling that is commonest among them all."""
    spelling = spelling_among(applicants)
    return tuple(_respelled(a, spelling) for a in applicants)


def spelling_among(applicants: Sequence[Applicant]) -> Spelling:
    """How each value of each field is shown."""
    written: dict[str, list[str]] = {}
    for applicant in applicants:
        for field in (*ONE_VALUE, *SEVERAL_VALUES, *applicant.extra):
            written.setdefault(field, []).extend(_values(applicant, field))
    return {field: spelling_of(values) for field, values in written.items()}


def with_values(applicant: Applicant, way: Callable[[str, str], str]) -> dict[str, Any]:
    """What an applicant's fields of values hold, each value written by ``way(field, value)``."""
    fields: dict[str, Any] = {}
    for field in ONE_VALUE:
        if written := getattr(applicant, field):
            fields[field] = way(field, written)
    for field in SEVERAL_VALUES:
        if written := getattr(applicant, field):
            fields[field] = _each_once(applicant, field, way)
    if applicant.extra:
        fields["extra"] = {f: " | ".join(_each_once(applicant, f, way)) for f in applicant.extra}
    return fields


def meant(applicant: Applicant) -> dict[str, Any]:
    """What an applicant's texts mean: equal where all that differs is how they were written."""
    said = with_values(applicant, lambda _, value: plain(value))
    said |= {f: plain(text) for f in CALLED if (text := getattr(applicant, f))}
    said |= {f: tuple(map(plain, getattr(applicant, f))) for f in CALLED_SEVERAL}
    said |= {f: folded(text) for f in FREE_TEXTS if (text := getattr(applicant, f))}
    return said


def _each_once(applicant: Applicant, field: str, way: Callable[[str, str], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way(field, value) for value in _values(applicant, field)))


def _values(applicant: Applicant, field: str) -> tuple[str, ...]:
    """Only a field or column that may hold several is taken apart."""
    if field in ONE_VALUE:
        return (value,) if (value := applicant.text(field)) else ()
    return applicant.values(field)


def _respelled(applicant: Applicant, spelling: Spelling) -> Applicant:
    """Somebody with every value as it is shown; the very same where nothing is written otherwise.

    An empty column stays there, empty.
    """
    shown = with_values(applicant, lambda field, value: spelling[field][plain(value)])
    written = {field: getattr(applicant, field) for field in shown}
    return applicant if shown == written else replace(applicant, **shown)
