"""Reads a programme's TOML, and says on which line and in which field a fault stands."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of, said
from cohorts.words import Language

SCHEMA_VERSION = 1
Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]


def read_programme_table(
    text: str, file: str, model: type[Model], subject: str = "programme"
) -> Model:
    """``text`` as a ``model``. Raises InputError with every fault, each with its line.

    ``subject``: whose sentences say what is wrong: the file in ``words`` that has them.
    """
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number or a nesting without end
        raise InputError(Problem(f"{subject}.toml", file, {"fault": fault_of(error)})) from None
    version = table.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(Problem("programme.newer", file, {"version": version}))
    try:
        return model.model_validate(table)
    except ValidationError as error:
        raise InputError(*(_fault(e, text, file, subject) for e in error.errors())) from None


def _fault(error: ErrorDetails, text: str, file: str, subject: str) -> Problem:
    location = error["loc"]
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    place = f"{file}:{line_of(text, location)}"
    fault = {language: said(error, language) for language in Language}
    return Problem(f"{subject}.field", place, {"where": field, "fault": fault})


def line_of(text: str, location: Location) -> int:
    """The line (from 1) on which the deepest known part of ``location`` stands."""
    lines = text.splitlines()
    line, path = 0, ""
    for part, following in pairwise((*location, "")):
        if isinstance(part, int):
            continue
        parent, path = path, f"{path}.{part}".strip(".")
        if isinstance(following, int):
            line = (
                _nth_table(lines, path, parent, following, line)
                or _nth_inline(lines, part, following, line)
                or line
            )
        else:
            line = _key_or_table(lines, part, path, line) or line
    return max(line, 1)


def _nth_table(lines: list[str], path: str, parent: str, index: int, start: int) -> int | None:
    """The header ``[[path]]`` number ``index`` after line ``start``, before the parent's next."""
    found = 0
    for number, text in enumerate(lines[start:], start + 1):
        if _is_header(text, path):
            if found == index:
                return number
            found += 1
        elif start and _is_header(text, parent):
            return None
    return None


def _is_header(text: str, path: str) -> bool:
    return re.match(rf"\s*\[\[\s*{re.escape(path)}\s*\]\]", text) is not None


def _nth_inline(lines: list[str], name: str, index: int, start: int) -> int | None:
    """The line of the table number ``index`` in ``name = [`` … where each begins a line."""
    first = _key_or_table(lines, name, name, start)
    if first is None or lines[first - 1].rstrip().endswith("]"):
        return first
    inside = [n for n, text in enumerate(lines[first:], first + 1) if text.lstrip().startswith("{")]
    return inside[index] if index < len(inside) else first


def _key_or_table(lines: list[str], name: str, path: str, start: int) -> int | None:
    """The next ``name =`` or ``[path]`` after line ``start``, within the same [[table]]."""
    for number, text in enumerate(lines[start:], start + 1):
        if re.match(rf'\s*"?{re.escape(name)}"?\s*=', text):
            return number
        if re.match(rf"\s*\[\s*({re.escape(name)}|{re.escape(path)})\s*\]", text):
            return number
        if start and text.lstrip().startswith("["):
            return None
    return None
