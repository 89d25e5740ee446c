"""Fields whose values are spread evenly over the tables: what they hold, and in which classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.people.units import UNITS
from cohorts.people.values import folded, nearest
from cohorts.people.values import plain as plainly
from cohorts.round.round import Round
from cohorts.words import Language, say
from cohorts.words.phrase import amount, field_name, value_said
from cohorts.words.sentences import sentences
from solver.quantise import IntArray

CLASSES = 4
"""A number is spread in so many classes of about as many people; equal numbers are in one."""
MOST_NUMBERS = 6
"""So many different numbers, or fewer, are each a value of their own: a grade, a year of study."""
NUMBERS = frozenset(f.name for f in fields(Applicant) if f.type in ("float | None", "int | None"))
"""The fields that hold a number; a code of figures (SBI, KvK) is none."""
MOST_SHOWN = 40
CODED: Mapping[str, str] = {
    "stage": "programme.stage",
    "status": "reasons.status",
    "consent": "rotation.is",
}
"""Fields whose values are ours → where their words stand."""
Value = str | tuple[float, float]
"""What people wrote; or a class of numbers, the smallest and the largest in it."""


@dataclass(frozen=True)
class Trait:
    """``holds`` (n): the values that each row has, as places in ``values``; none: not known."""

    field: str
    values: tuple[Value, ...]
    holds: tuple[tuple[int, ...], ...]

    @property
    def in_classes(self) -> bool:
        """Whether its values are classes of numbers."""
        return any(isinstance(value, tuple) for value in self.values)

    @property
    def unknown(self) -> int:
        """Of how many people nothing is known."""
        return sum(not had for had in self.holds)

    def codes(self) -> IntArray:
        """(c, n) for the search: one row, or one for each value where somebody has several."""
        if all(len(had) <= 1 for had in self.holds):
            return np.array([[had[0] if had else -1 for had in self.holds]], dtype=np.int64)
        rows = range(len(self.values))
        return np.array([[0 if v in had else -1 for had in self.holds] for v in rows], np.int64)

    def called(self, language: Language) -> str:
        """The field in words."""
        return field_name(self.field, language)

    def label(self, value: int, language: Language) -> str:
        """A value in words."""
        given = self.values[value]
        if isinstance(given, str):
            key = f"{CODED.get(self.field, '')}_{given.lower()}"
            return sentences(language).get(key) or value_said(self.field, given, language)
        ends = dict.fromkeys(
            amount(end, UNITS.get(self.field, "number"), language) for end in given
        )
        return "–".join(ends)


def traits_of(
    asked: Iterable[tuple[str, str]], round_: Round, read_as: Mapping[str, str]
) -> tuple[Trait, ...]:
    """The fields that are asked: (name, where it is asked) each.

    ``read_as``: header → the field it was read as. Raises InputError for a field that is not there,
    that nobody filled in, or in which nobody is like another.
    """
    found: dict[str, Trait] = {}
    faults: list[Problem] = []
    for name, place in asked:
        try:
            field = _field(name, place, round_.applicants, read_as)
            found.setdefault(field, _trait(field, place, round_.applicants))
        except InputError as error:
            faults += error.problems
    if faults:
        raise InputError(*faults)
    return tuple(found.values())


def _field(name: str, place: str, people: Sequence[Applicant], read_as: Mapping[str, str]) -> str:
    """The field or own column that is called so: by its name, its header or its word."""
    own = sorted({header for a in people for header in a.extra})
    words = {sentences(one)[f"fields.{field}"]: field for field in FIELD_NAMES for one in Language}
    exact = dict.fromkeys([*FIELD_NAMES, *own])
    if name in exact:
        return name
    for known in ({header: header for header in own}, read_as, words):
        by_letters = {folded(header): field for header, field in known.items()}
        if folded(name) in by_letters:
            return by_letters[folded(name)]
    filled = [f for f in FIELD_NAMES if any(a.text(f) for a in people)]
    near = nearest(name, [*filled, *own, *read_as])
    facts = {
        "given": name[:MOST_SHOWN],
        "known": tuple([*own, *filled][:MOST_SHOWN]),
        "near": {
            one: f" {say('rotation.near', one, near=near)}" if near else "" for one in Language
        },
    }
    raise InputError(Problem("rotation.field_unknown", place, facts))


def _near(near: str | None, language: Language) -> str:
    """Which field it is most like, behind a space; nothing where none is."""
    return f" {say('rotation.near', language, near=near)}" if near else ""


def _trait(field: str, place: str, people: Sequence[Applicant]) -> Trait:
    """What people have in a field. Raises InputError where there is nothing to spread."""
    numbers = [a.number(field) for a in people]
    known = [number for number in numbers if number is not None]
    own = field not in FIELD_NAMES
    said = sum(a.text(field) is not None for a in people)
    if (field in NUMBERS or (own and said == len(known))) and len(set(known)) > MOST_NUMBERS:
        classes = _classes(known)
        held = [
            () if n is None else (next(i for i, (_, high) in enumerate(classes) if n <= high),)
            for n in numbers
        ]
        return Trait(field, tuple(classes), tuple(held))
    had = [_values(a, field) for a in people]
    every = sorted({v for values in had for v in values}, key=_in_order)
    facts = {"field": field, "count": len(every)}
    if not every:
        raise InputError(Problem("rotation.field_empty", place, facts))
    if len(every) > 1 and len(every) == sum(map(len, had)):
        raise InputError(Problem("rotation.field_each", place, facts))
    at = {value: i for i, value in enumerate(every)}
    return Trait(field, tuple(every), tuple(tuple(at[v] for v in values) for values in had))


def _values(applicant: Applicant, field: str) -> tuple[str, ...]:
    """Each value once; a number without needless decimals."""
    number = applicant.number(field) if field in NUMBERS else None
    if number is not None:
        return (f"{number:g}",)
    text = applicant.text(field)  # a plain no is an answer too
    return tuple(dict.fromkeys(applicant.values(field))) or (() if text is None else (text,))


def _in_order(value: str) -> tuple[float, str]:
    """Numbers by size, then texts by their letters."""
    try:
        return float(value), ""
    except ValueError:
        return float("inf"), plainly(value)


def _classes(numbers: Sequence[float]) -> list[tuple[float, float]]:
    """At most CLASSES of about as many people; a cut lies between two different numbers."""
    ordered = sorted(numbers)
    cuts = [0]
    between = [i for i in range(1, len(ordered)) if ordered[i] != ordered[i - 1]]
    for part in range(1, CLASSES):
        wished = part * len(ordered) / CLASSES
        cut = min(between, key=lambda i: (abs(i - wished), i))
        if cut > cuts[-1]:
            cuts.append(cut)
    ends = [*cuts[1:], len(ordered)]
    return [(ordered[a], ordered[b - 1]) for a, b in zip(cuts, ends, strict=True)]
