"""A rule as a programme asks it: a table of TOML that carries its name, and a key of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, SerializeAsAny
from pydantic_core import PydanticCustomError

from cohorts.conditions import Condition
from cohorts.rules import rules
from cohorts.rules.rule import Rule


def _as_rule(value: object) -> Rule:
    """A table of TOML as the rule whose name it carries."""
    if isinstance(value, Rule):
        return value
    table: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {}
    known, name = rules(), str(table.get("rule"))
    if name not in known:
        facts = {"given": name, "known": ", ".join(known)}
        raise PydanticCustomError("unknown_rule", "unknown: {given}; known: {known}", facts)
    return known[name].model_validate(table)


NamedRule = Annotated[SerializeAsAny[Rule], BeforeValidator(_as_rule)]
"""In TOML a table with the name of a rule in it."""
Keyed = TypeVar("Keyed", Rule, Condition)


def keyed(given: tuple[Keyed, ...], names: list[str]) -> tuple[Keyed, ...]:
    """Each with a key of its own: its name, numbered where it occurs more than once."""
    often = Counter(names)
    seen: Counter[str] = Counter()
    found = []
    for one, name in zip(given, names, strict=True):
        seen[name] += 1
        number = f"-{seen[name]}" if often[name] > 1 else ""
        found.append(one.model_copy(update={"key": one.key or f"{name}{number}"}))
    if len({one.key for one in found}) < len(found):
        raise PydanticCustomError("same_key", "two have the same key")
    return tuple(found)
