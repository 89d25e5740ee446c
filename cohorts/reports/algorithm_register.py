"""The entry of a round for the Algorithm Register (publication standard 1.0.0), with its limits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version

from cohorts.errors import InputError, Problem
from cohorts.rounds.keeping.what_is_held import WhatIsHeld
from cohorts.words import Language, say

LIMITS = {"name": 100, "short_description": 350, "technical_operation": 5_000}
"""Field → fewer signs than this."""
REQUIRED = (
    "name",
    "short_description",
    "organisation",
    "status",
    "contact",
    "publication_category",
)
TOLD = (
    "goal_and_impact",
    "considerations",
    "human_intervention",
    "risk_management",
    "data_and_sources",
    "technical_operation",
    "supplier",
    "source_code",
)


def register_entry(
    held: WhatIsHeld, title: str, language: Language, *, in_use: bool = True
) -> Mapping[str, str]:
    """Field → text. ``title``: of the programme. Raises InputError as :func:`check_entry` does."""
    judged = held.counts["stages"] > 0
    facts = {"programme": title, "version": version("cohorts")}
    entry: dict[str, str] = {
        "standard": "1.0.0",
        "name": say("register.name", language, **facts),
        "short_description": say(_by("short_description", judged=judged), language, **facts),
        "organisation": held.accountable.organisation,
        "status": say("register.in_use" if in_use else "register.in_development", language),
        "contact": held.accountable.contact,
        "publication_category": say("register.category", language),
        "legal_basis": held.accountable.ground,
    }
    for name in TOLD:
        entry[name] = say(_by(name, judged=judged and name in BY_VOTES), language, **facts)
    check_entry(entry)
    return entry


BY_VOTES = frozenset({"data_and_sources", "human_intervention", "technical_operation"})
"""What is told otherwise where a committee judges."""


def check_entry(entry: Mapping[str, str]) -> None:
    """Raises InputError with every field that is required and empty, or too long."""
    problems = tuple(_faults(entry))
    if problems:
        raise InputError(*problems)


def as_file(entry: Mapping[str, str]) -> bytes:
    """As JSON, field by field, to be typed over or sent in."""
    return f"{json.dumps(dict(entry), ensure_ascii=False, indent=1)}\n".encode()


def _by(name: str, *, judged: bool) -> str:
    return f"register.{name}_judged" if judged else f"register.{name}"


def _faults(entry: Mapping[str, str]) -> Iterator[Problem]:
    for name in REQUIRED:
        if not entry.get(name, "").strip():
            yield Problem("register.empty", name)
    for name, limit in LIMITS.items():
        if len(entry.get(name, "")) >= limit:
            yield Problem("register.too_long", name, {"limit": limit})
