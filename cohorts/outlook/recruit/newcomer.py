"""Made-up applicants: with the fields that decide, and nothing of any real person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cohorts.outlook.recruit.profile import Value
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId, Status

OTHERS = ("\u2026 1", "\u2026 2", "\u2026 3", "\u2026 4")
"""Stand for values that nobody in the round has."""
MARK = "~"
"""Before the number of a made-up applicant: behind every id that people give."""
IDENTIFYING = frozenset(
    {
        "id", "name", "company", "kvk", "email", "phone", "postcode", "place", "activity",
        "offer", "customers", "ambition_text", "question", "competitors", "suppliers", "buyers",
        "family", "partner", "submitted", "status", "stage",
    }
)  # fmt: skip
"""Fields that say who somebody is, or that nobody can be sought by."""
WHOLE = frozenset({"founded", "birth_year"})


def newcomer(number: int, values: Mapping[str, Value], status: Status | None) -> Applicant:
    """Somebody new of whom only ``values`` and a status are known."""
    made = Applicant(id=ApplicantId(f"{MARK}{number:04}"), status=status)
    for field, value in values.items():
        made = with_value(made, field, value)
    return made


def is_new(applicant: Applicant) -> bool:
    """Whether this is somebody made up here."""
    return applicant.id.startswith(MARK)


def with_value(applicant: Applicant, field: str, value: Value) -> Applicant:
    """The applicant with another value in a field or extra column."""
    if field in FIELD_NAMES:
        fitted = round(value) if field in WHOLE and isinstance(value, float) else value
        return replace(applicant, **{field: fitted})  # type: ignore[arg-type] # by its name
    text = " | ".join(value) if isinstance(value, tuple) else str(value)
    return replace(applicant, extra={**applicant.extra, field: text})


def moved(applicant: Applicant, point: tuple[float, float] | None) -> Applicant:
    """The applicant with another home, None: where is not known."""
    latitude, longitude = point or (None, None)
    return replace(applicant, latitude=latitude, longitude=longitude)


def value_of(applicant: Applicant, field: str) -> Value | None:
    """What somebody has in a field: a number, several values, or a text; None where missing."""
    number = applicant.number(field)
    if number is not None:
        return number
    values = applicant.values(field)
    if not values:
        return None
    return values if field in TUPLES or len(values) > 1 else values[0]


MAP = ("latitude", "longitude")
TUPLES = frozenset({"themes", "availability", "languages"})
