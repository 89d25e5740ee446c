"""Which fields a card shows, and in what order."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.intake import Applicants
from cohorts.rounds.people.cell_text import TYPED_FIELDS

GROUPS = {
    "who": ("name", "email", "phone", "company", "kvk", "role", "status", "postcode", "place"),
    "company": (
        *("fte", "turnover", "profit", "founded", "life_phase", "sbi"),
        *("activity", "offer", "customers"),
    ),
    "asks": (
        *("question", "ambition_text", "themes", "ambition", "experience", "availability"),
        *("competitors", "suppliers", "buyers", "family", "languages"),
    ),
    "application": ("consent", "partner", "stage", "submitted", "birth_year", "colour"),
}
ALWAYS = frozenset({"name", "company", "email", "phone", "place", "status"})
"""Shown also where nobody in the round has anything there."""


@dataclass(frozen=True)
class Group:
    """``name``: key of its heading."""

    name: str
    fields: tuple[str, ...]


def groups(people: Applicants) -> tuple[tuple[Group, ...], Group]:
    """Those with something in them, and all fields that nobody of the round has."""
    asked = {*people.report.missing, *ALWAYS}
    known = [f for f in TYPED_FIELDS if f not in asked]
    asked |= {f for f in known if any(getattr(a, f) not in (None, ()) for a in people)}
    shown = [Group(name, tuple(f for f in of if f in asked)) for name, of in GROUPS.items()]
    placed = {field for group in shown for field in group.fields}
    rest = Group("seldom", tuple(f for f in TYPED_FIELDS if f not in placed))
    return tuple(group for group in shown if group.fields), rest
