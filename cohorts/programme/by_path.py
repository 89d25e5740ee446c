"""Every value of a programme by its path: ``groups.target``, ``rules.at_most.most``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from cohorts.programme.programme import Programme

OF_ITSELF = frozenset({"key", "reason", "called", "who"})
"""Fields of a part that only say what it is called, and why it is there."""
Values = Mapping[str, object]


def values_of(programme: Programme, *, stated: bool = False) -> Values:
    """Path → value, as in JSON: what the programme asks, not what it is called or where it is from.

    A rule and a condition stand under their key, a meeting under its number. ``stated``: only what
    its file states, no defaults.
    """
    whole = {"stages", "count_from", "individual", "remedy", "contact", "ticks"}
    plain = programme.model_dump(mode="json", include=whole)
    found: dict[str, object] = {name: value for name, value in plain.items() if value}
    groups = programme.groups.model_dump(mode="json", exclude_unset=stated)
    smallest, largest = groups.pop("size")
    words = programme.words.model_dump(mode="json", exclude_defaults=True)
    found |= _under("words", words)
    found |= _under("groups", {"smallest": smallest, "largest": largest, **groups})
    parts: list[tuple[str, BaseModel]] = [
        (f"meetings.{number}", one) for number, one in enumerate(programme.meetings, 1)
    ]
    parts += [(f"conditions.{one.key}", one) for one in programme.conditions]
    parts += [(f"rules.{one.key}", one) for one in programme.rules]
    if (plan := programme.buddies) is not None:
        said = plan.model_dump(mode="json", exclude_unset=stated, exclude={"rules"})
        found |= _under("buddies", said)
        parts += [(f"buddies.rules.{one.key}", one) for one in plan.rules]
    for place, part in parts:
        found |= _under(place, part.model_dump(mode="json", exclude_unset=stated))
    return found


def _under(place: str, table: Mapping[str, Any]) -> Values:
    """The fields of a table, and of the tables in a list, each by its path."""
    found: dict[str, object] = {}
    for name, value in table.items():
        path = f"{place}.{name}"
        if name in OF_ITSELF:
            continue
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            for number, inner in enumerate(value, 1):
                found |= _under(f"{path}.{number}", inner)
        else:
            found[path] = value
    return found
