"""A condition as it stands in TOML: a table that carries the name of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, SerializeAsAny
from pydantic_core import PydanticCustomError

from cohorts import conditions as kinds
from cohorts.conditions.condition import Condition


def _as_condition(value: object) -> Condition:
    """A table of TOML as the condition whose name it carries."""
    if isinstance(value, Condition):
        return value
    table: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {}
    known, name = kinds.conditions(), table.get("condition")
    if str(name) not in known:
        facts = {"given": str(name), "known": ", ".join(known)}
        raise PydanticCustomError("unknown_condition", "unknown: {given}; known: {known}", facts)
    return known[str(name)].model_validate(table)


NamedCondition = Annotated[SerializeAsAny[Condition], BeforeValidator(_as_condition)]
