"""JSON: objects in a list, an object that holds one such list, or an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cohorts.errors import InputError, Problem
from cohorts.intake.files.grid import check_shape
from cohorts.intake.rows.headings import Rows
from cohorts.intake.table import Cell

DEEPEST = 4
"""Objects in objects that are taken apart; what lies deeper stays as it is written."""
EXACT_DIGITS = 15
"""A longer number is an id: a computer would round it."""


def read_json(text: str, file: str) -> tuple[Rows, str]:
    """Headers in order of appearance as the first row, then the objects; how many there were."""
    try:
        records = _records(_loaded(text, file), DEEPEST)
        if records is None:
            raise InputError(Problem("intake.json_shape", file))
        flat = [dict(_flat(record, "", DEEPEST)) for record in records]
    except RecursionError:
        raise InputError(Problem("intake.broken_json", file, {"row": "1"})) from None
    headers = list(dict.fromkeys(key for record in flat for key in record))
    check_shape(len(flat), len(headers), file)
    rows = [(n, [record.get(h) for h in headers]) for n, record in enumerate(flat, 1)]
    return [(0, list(headers)), *rows], str(len(flat))


def _loaded(text: str, file: str) -> Any:
    try:
        return _parsed(text)
    except ValueError as error:
        row = getattr(error, "lineno", 1)
    objects = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            objects += [_parsed(line)] if line.strip() else []
        except ValueError:
            row = number if objects else row
            raise InputError(Problem("intake.broken_json", file, {"row": str(row)})) from None
    return objects


def _parsed(text: str) -> Any:
    return json.loads(
        text,
        parse_int=lambda digits: int(digits) if len(digits) <= EXACT_DIGITS else digits,
        parse_constant=lambda name: None if name == "NaN" else name,
    )


def _records(content: Any, depth: int) -> list[dict[str, Any]] | None:
    """The one list of objects in here; None where there is none, or more than one."""
    if isinstance(content, list):
        if content and all(isinstance(row, list) for row in content):
            return _from_rows(content)
        return content if all(isinstance(record, dict) for record in content) else None
    if not isinstance(content, dict) or not depth:
        return None
    found = [_records(value, depth - 1) for value in content.values()]
    lists = [records for records in found if records]
    return lists[0] if len(lists) == 1 else None


def _from_rows(rows: list[list[Any]]) -> list[dict[str, Any]] | None:
    """A list of rows, the headers first."""
    headers, *answers = rows
    fits = all(isinstance(header, str) for header in headers) and len(set(headers)) == len(headers)
    if not fits or any(len(row) != len(headers) for row in answers):
        return None
    return [dict(zip(headers, row, strict=True)) for row in answers]


def _flat(record: Mapping[str, Any], above: str, depth: int) -> Iterator[tuple[str, Cell]]:
    """An object in an object becomes columns of its own: ``company.name``."""
    for key, value in record.items():
        if isinstance(value, dict) and value and depth:
            yield from _flat(value, f"{above}{key}.", depth - 1)
        else:
            yield f"{above}{key}", _cell(value)


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return "|".join(_text(v) for v in value if v is not None)
    return _text(value) if isinstance(value, dict) else value


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
