"""Everybody of a round with one spelling for each value, so that whoever compares may compare ==.

Values are what a field or a column of one's own holds to be counted or compared. What somebody is
called or can be reached by, and what they wrote in their own words, stays as it was given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from cohorts.people.applicant import Applicant
from cohorts.people.times import same_time, times_of
from cohorts.people.values import folded, plain, spelling_of

CALLED = ("name", "kvk", "email", "partner")
CALLED_SEVERAL = ("competitors", "suppliers", "buyers", "family")
"""What somebody is called, or can be reached by: shown as it was given."""
FREE_TEXTS = ("activity", "offer", "customers", "ambition_text", "question")
"""Fields in people's own words: read by :func:`cohorts.people.values.folded`, never respelled."""


def as_written(often: Mapping[str, int]) -> Mapping[str, tuple[str, ...]]:
    """What people wrote (and how often) → the one value of it, in its commonest spelling."""
    spelling = spelling_of(often)
    return {value: (spelling[plain(value)],) for value in often}


@dataclass(frozen=True)
class Kind:
    """How what stands in a field is taken apart in values, and put together again.

    ``shown``: what people wrote, and how often → the values of each, as they are shown;
    ``same``: what is equal for two values that are one.
    """

    apart: Callable[[Any], tuple[str, ...]]
    together: Callable[[tuple[str, ...]], Any]
    shown: Callable[[Mapping[str, int]], Mapping[str, tuple[str, ...]]] = as_written
    same: Callable[[str], str] = plain


ONE = Kind(lambda text: (text,), lambda values: values[0])
SEVERAL = Kind(tuple, tuple)
TIMES = Kind(tuple, tuple, times_of, same_time)
OWN = Kind(lambda text: tuple(part.strip() for part in text.split("|") if part.strip()), " | ".join)
"""A column of one's own: several values are joined with ``|``."""
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("company", "postcode", "place", "municipality", "province"), ONE),
    **dict.fromkeys(("sbi", "sbi_version", "life_phase", "role", "colour"), ONE),
    **dict.fromkeys(("themes", "languages"), SEVERAL),
    "availability": TIMES,
}
"""The fields of values."""
SHOWN_AS_GIVEN = ("company",)
"""Those that also say who somebody is: a rule reads the one spelling, a page what was given."""
Column = tuple[Kind, str]
Way = Callable[[Column, Any], Any]


def same_in(field: str, value: str) -> str:
    """What is equal for two values of a field that are one."""
    return KINDS.get(field, OWN).same(value)


def spelled_alike(applicants: Sequence[Applicant]) -> tuple[Applicant, ...]:
    """Everybody in the same order, each value in the spelling that is commonest among them all.

    Who wrote all of it like that is the very same applicant.
    """
    written: dict[Column, Counter[Any]] = {}
    for applicant in applicants:
        _values(
            applicant, lambda column, said: written.setdefault(column, Counter()).update([said])
        )
    otherwise = {column: _otherwise(column[0], often) for column, often in written.items()}
    if not any(otherwise.values()) and not any(a.read_as for a in applicants):
        return tuple(applicants)
    return tuple(_respelled(applicant, otherwise) for applicant in applicants)


def meant(applicant: Applicant) -> dict[str, Any]:
    """What an applicant's texts mean: equal where all that differs is how they were written."""
    said = _values(applicant, lambda column, text: _by(column[0], lambda v: (plain(v),), text))
    said |= {f: plain(text) for f in CALLED if (text := getattr(applicant, f))}
    said |= {
        f: tuple(map(plain, names)) for f in CALLED_SEVERAL if (names := getattr(applicant, f))
    }
    said |= {f: folded(text) for f in FREE_TEXTS if (text := getattr(applicant, f))}
    return said


def _values(applicant: Applicant, way: Way) -> dict[str, Any]:
    """What the fields and columns of values hold, each by ``way(column, what stands in it)``."""
    said: dict[str, Any] = {
        field: way((kind, field), text)
        for field, kind in KINDS.items()
        if (text := getattr(applicant, field))
    }
    if applicant.extra:
        said["extra"] = {name: way((OWN, name), text) for name, text in applicant.extra.items()}
    return said


def _by(kind: Kind, spell: Callable[[str], tuple[str, ...]], said: Any) -> Any:
    """What stands in a field with each value spelled so, each once; what holds none is as it is."""
    values = dict.fromkeys(chain.from_iterable(map(spell, kind.apart(said))))
    return kind.together(tuple(values)) if values else said


def _otherwise(kind: Kind, written: Mapping[Any, int]) -> dict[Any, Any]:
    """What stands in a column → how it is shown, where that is another spelling."""
    often: Counter[str] = Counter()
    for said, count in written.items():
        for value in kind.apart(said):
            often[value] += count
    shown_as = kind.shown(often)
    shown = {said: _by(kind, shown_as.__getitem__, said) for said in written}
    return {said: now for said, now in shown.items() if now != said}


def _respelled(applicant: Applicant, otherwise: Mapping[Column, Mapping[Any, Any]]) -> Applicant:
    shown = _values(applicant, lambda column, said: otherwise[column].get(said, said))
    names = {field: shown.pop(field) for field in SHOWN_AS_GIVEN if field in shown}
    shown["read_as"] = {f: name for f, name in names.items() if name != getattr(applicant, f)}
    same = all(getattr(applicant, field) == said for field, said in shown.items())
    return applicant if same else replace(applicant, **shown)
