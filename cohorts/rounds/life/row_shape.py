"""Whether rows that come from elsewhere have the shape of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)

from cohorts.rounds.life.travelling import OF_THE_ROUND, TRAVELS, Row, Rows, Travelling

TEXTS: dict[int, re.Pattern[str]] = {
    16: re.compile(r"[0-9a-z_:.-]{0,16}"),
    24: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    32: re.compile(r"[0-9a-f]{32}"),
    40: re.compile(r"[0-9a-z_:.-]{0,40}"),
    64: re.compile(r"[0-9a-f]{64}"),
}
"""Length of a column → what stands in it: a key or word of ours, a time, a salt, a digest."""
LARGEST = 2**31
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What one of the databases cannot hold."""
FREE = {
    *(("account", "name"), ("round", "name"), ("round", "preset"), ("applicant", "id")),
    *(("mended", "column"), ("mended", "value"), ("note", "text"), ("decision", "signed")),
    *(("member", "organisation"), ("member", "email"), ("vote", "once")),
}
"""Columns that hold text as it is, of their length where they have one; every other of any length
holds JSON."""


def are_ours(rows: Rows, round_: str) -> bool:
    """Every column there and of its kind, and every row of this round and of rows beside it."""
    named = {one.table.name for one in TRAVELS}
    if rows.keys() != named or len(rows["round"]) != 1:
        return False
    return all(_is_ours(one, rows, round_) for one in TRAVELS)


def _is_ours(one: Travelling, rows: Rows, round_: str) -> bool:
    here = rows[one.table.name]
    if not isinstance(here, list) or not all(isinstance(row, dict) for row in here):
        return False
    columns = [one.table.c[name] for name in one.columns]
    whole = all(row.keys() == set(one.columns) for row in here)
    if not whole or not all(_fits(column, row[column.name]) for row in here for column in columns):
        return False
    own = one not in OF_THE_ROUND or all(row[one.of] == round_ for row in here)
    return own and _once(one, here) and all(_found(column, rows, here) for column in columns)


def _once(one: Travelling, here: list[Row]) -> bool:
    """Whether no two rows have what only one may have."""
    for constraint in one.table.constraints:
        if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
            names = constraint.columns.keys()
            keys = [tuple(row[name] for name in names) for row in here]
            whole = [key for key in keys if None not in key]
            if len(set(whole)) < len(whole):
                return False
    return True


def _found(column: Column[object], rows: Rows, here: list[Row]) -> bool:
    """Whether what a column points to came along: nothing may point into another round."""
    for key in column.foreign_keys:
        there = {row[key.column.name] for row in rows[key.column.table.name]}
        if any(row[column.name] not in there for row in here if row[column.name] is not None):
            return False
    return True


def _fits(column: Column[object], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    return KINDS[type(column.type)](column, value)


def _is_text(column: Column[object], value: object) -> bool:
    if not isinstance(value, str) or UNSTORABLE.search(value):
        return False
    return (column.table.name, column.name) in FREE or _is_json(value)


def _is_short(column: Column[object], value: object) -> bool:
    length = getattr(column.type, "length", None) or 0
    if not isinstance(value, str) or UNSTORABLE.search(value):
        return False
    if (column.table.name, column.name) in FREE:
        return 1 <= len(value) <= length
    return TEXTS[length].fullmatch(value) is not None


def _is_number(_: Column[object], value: object) -> bool:
    return type(value) is int and 0 <= value < LARGEST


def _is_truth(_: Column[object], value: object) -> bool:
    return isinstance(value, bool)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


KINDS: dict[type, Callable[[Column[object], object], bool]] = {
    Text: _is_text,
    String: _is_short,
    Integer: _is_number,
    Boolean: _is_truth,
}
