"""One application: who applied, with which company, and what they said."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from cohorts.people.stage import Stage

ApplicantId = NewType("ApplicantId", str)


class Status(StrEnum):
    """How sure it is that this person takes part."""

    APPROACHED = "approached"
    PROBABLE = "probable"
    CONFIRMED = "confirmed"
    SIGNED = "signed"


_NOTHING: Mapping[str, str] = MappingProxyType({})


PHASES = ("start", "growth", "established", "transfer")
"""The phases in the life of a company that a form may name, in order."""
SIZES = ("fte", "turnover")
"""The fields that say how large a company is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """One application form, read. ``None`` (or an empty tuple) is missing, never zero.

    Amounts are euros; ``fte`` is full-time equivalents; where the form gave a band, ``_low`` and
    ``_high`` keep it (``None`` = open) and the plain field is its geometric midpoint.
    ``founded`` is a year; coordinates are degrees (WGS 84); ``kvk`` is the 8-digit number of the
    Dutch trade register, as text; ``sbi`` is compared only within one ``sbi_version``.
    ``phone`` is as it is dialled (``+31612345678``), and of no use in a composition: no round holds
    it. ``phone_columns`` is what stood in the columns that it was read from, under their headers.
    ``extra`` holds every other column under its own header, as text. ``told_apart`` is no answer:
    what stands behind the label where others of the round have the same. Nor is ``read_as``: field
    → what a rule reads in it, where others of the round write the same otherwise.
    """

    id: ApplicantId
    name: str | None = None
    company: str | None = None
    kvk: str | None = None
    email: str | None = None
    phone: str | None = None
    postcode: str | None = None
    place: str | None = None
    municipality: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    founded: int | None = None
    birth_year: int | None = None
    fte_low: float | None = None
    fte_high: float | None = None
    fte: float | None = None
    turnover_low: float | None = None
    turnover_high: float | None = None
    turnover: float | None = None
    profit: float | None = None
    sbi: str | None = None
    sbi_version: str | None = None
    activity: str | None = None
    offer: str | None = None
    customers: str | None = None
    ambition: float | None = None
    ambition_text: str | None = None
    experience: float | None = None
    life_phase: str | None = None
    question: str | None = None
    themes: tuple[str, ...] = ()
    role: str | None = None
    colour: str | None = None
    availability: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    buyers: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    partner: str | None = None
    consent: bool | None = None
    status: Status | None = None
    stage: Stage | None = None
    submitted: str | None = None
    extra: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    phone_columns: Mapping[str, str] = field(
        default_factory=lambda: _NOTHING, compare=False, repr=False
    )
    told_apart: str | None = None
    read_as: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @property
    def label(self) -> str:
        """What this applicant is called on a page: company, else name, else id."""
        label = self.company or self.name or self.id
        return f"{label} ({self.told_apart})" if self.told_apart else label

    def number(self, column: str) -> float | None:
        """The value of a numeric field or extra column, or None where it is missing."""
        value = self._value(column)
        if isinstance(value, bool) or value is None:
            return None
        if isinstance(value, int | float):
            return float(value)
        try:
            number = float(str(value).replace(",", ".")) if value else math.nan
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def text(self, column: str) -> str | None:
        """The value of a field or extra column as text, or None where it is missing."""
        value = self._value(column)
        if value is None or value in ("", ()):
            return None
        return " | ".join(value) if isinstance(value, tuple) else str(value)

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a field or extra column that may hold several (joined with ``|``)."""
        value = self._value(column)
        if isinstance(value, tuple):
            return value
        return tuple(part.strip() for part in str(value or "").split("|") if part.strip())

    def _value(self, column: str) -> object:
        if column in self.read_as:
            return self.read_as[column]
        return getattr(self, column) if column in FIELD_NAMES else self.extra.get(column)


FIELD_NAMES: tuple[str, ...] = tuple(
    f.name
    for f in fields(Applicant)
    if f.name not in ("extra", "phone_columns", "told_apart", "read_as")
)
"""The canonical field names, in the order of ``clean.csv``."""
