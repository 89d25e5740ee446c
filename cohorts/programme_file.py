"""Reads a programme's TOML, and says on which line and in which field a fault stands."""

from __future__ import annotations

import re
import tomllib
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cohorts.errors import InputError, Problem

SCHEMA_VERSION = 1
Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]


def read_programme_table(text: str, file: str, model: type[Model]) -> Model:
    """``text`` as a ``model``. Raises InputError with every fault, each with its line."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(Problem("programme.toml", file, {"fault": str(error)})) from None
    version = table.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(Problem("programme.newer", file, {"version": version}))
    try:
        return model.model_validate(table)
    except ValidationError as error:
        raise InputError(*(_fault(e, text, file) for e in error.errors())) from None


def _fault(error: ErrorDetails, text: str, file: str) -> Problem:
    location = error["loc"]
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    place = f"{file}:{line_of(text, location)}"
    facts = {"field": field, "fault": error["msg"].removeprefix("Value error, ")}
    return Problem("programme.field", place, facts)


def line_of(text: str, location: Location) -> int:
    """The line (from 1) on which the deepest known part of ``location`` stands."""
    lines = text.splitlines()
    line = 0
    for depth, part in enumerate(location):
        following = location[depth + 1] if depth + 1 < len(location) else None
        if isinstance(part, str) and isinstance(following, int):
            line = _nth_table(lines, part, following) or line
        elif isinstance(part, str):
            line = _key_or_table(lines, part, line) or line
    return max(line, 1)


def _nth_table(lines: list[str], name: str, index: int) -> int | None:
    headers = [i for i, text in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", text)]
    return headers[index] if index < len(headers) else None


def _key_or_table(lines: list[str], name: str, start: int) -> int | None:
    """The next ``name =`` or ``[name]`` after line ``start``, within the same [[table]]."""
    for number, text in enumerate(lines[start:], start + 1):
        if re.match(rf"\s*(\[\s*)?\"?{re.escape(name)}\"?\s*(=|\])", text):
            return number
        if start and text.lstrip().startswith("["):
            return None
    return None
