"""JSON: a list of objects, or an object that holds one."""

from __future__ import annotations

import json

from cohorts.errors import InputError, Problem
from cohorts.intake.table import Cell


def read_json(data: bytes, file: str) -> tuple[list[Cell], list[tuple[int, list[Cell]]], str]:
    """Headers in order of appearance, and the objects as numbered rows."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        facts = {"row": getattr(error, "lineno", 1)}
        raise InputError(Problem("intake.broken_json", file, facts)) from None
    if isinstance(content, dict):
        lists = [v for v in content.values() if isinstance(v, list)]
        content = lists[0] if len(lists) == 1 else None
    if not isinstance(content, list) or not all(isinstance(o, dict) for o in content):
        raise InputError(Problem("intake.json_shape", file))
    headers = list(dict.fromkeys(key for record in content for key in record))
    rows = [(n, [_cell(record.get(h)) for h in headers]) for n, record in enumerate(content, 1)]
    return list(headers), rows, f"{len(content)}"


def _cell(value: object) -> Cell:
    if isinstance(value, list):
        return "|".join(str(v) for v in value if v is not None)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value  # type: ignore[return-value]
