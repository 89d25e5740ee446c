"""What a form, the docs and the command line say about a field of a rule or a condition."""

from __future__ import annotations

from typing import Any

from pydantic import Field


def described(default: Any, *, nl: str, en: str, unit: str = "", **limits: Any) -> Any:
    """A pydantic Field that says in both languages what it is."""
    return Field(default, json_schema_extra={"nl": nl, "en": en, "unit": unit}, **limits)
