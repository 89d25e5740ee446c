"""A table as TOML: what is read back is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")
DELETE = "\x7f"
"""The one sign that TOML escapes and JSON does not."""


def as_toml(table: Mapping[str, Any]) -> str:
    """Values first, then tables and lists of tables, each under its head; within these in a line.

    ``table``: texts, numbers, truths, and lists and tables of them; as in JSON, without null.
    """
    return "".join(f"{line}\n" for line in _lines(table)).strip() + "\n"


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    heads = {name: value for name, value in table.items() if _is_table(value) or _is_tables(value)}
    for name, value in table.items():
        if name not in heads:
            yield f"{_key(name)} = {_value(value)}"
    for name, value in heads.items():
        several = _is_tables(value)
        for one in value if several else [value]:
            yield f"\n[[{_key(name)}]]" if several else f"\n[{_key(name)}]"
            yield from (f"{_key(inner)} = {_value(own)}" for inner, own in one.items())


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(map(_is_table, value))


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(name)} = {_value(own)}" for name, own in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace(DELETE, "\\u007f")
