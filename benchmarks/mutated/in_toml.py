"""Damage to TOML, line by line: other kinds of values, keys nobody knows, tables in tables."""

from __future__ import annotations

import random
import re

from benchmarks.mutated.in_text import bytes_of, text_of
from benchmarks.mutated.odd import ODD

Dice = random.Random
DEEP = 3_000
VALUES = (
    *("0", "-1", "1", "true", "false", "1.5", "nan", "inf", "-inf", "9" * 30, "1e400", "-0.0"),
    *("9223372036854775807", "0x7fffffffffffffff", "1" * 5_000, "1_0", "01", "1__0", '""', "''"),
    *("2026-11-26", "2026-02-30", "2026-11-26T10:00:00Z", "07:32:00", "0000-01-01", "[]", "{}"),
    *("[1, 2]", '["a"]', "[[1]]", '[""]', "[nan]", "[2, 1]", "[-1, 5]", "[1, 9999999999]"),
    *(
        '{nl = "a", en = "b"}',
        '{nl = "a"}',
        "{a = 1}",
        '{a = {b = {c = "d"}}}',
        "[{}]",
        "[{a = 1}]",
    ),
    *("[" * DEEP + "]" * DEEP, "{a=" * 200 + "1" + "}" * 200, '"\\u0000"', '"\\ud800"', "x", ""),
    *('"must"', '"should"', '"fte"', '"province"', '"everyone"', '"exactly 3"', '"at most -1"'),
    *('"as many as possible"', '"id"', '"log"', '"competitor"', '["competitor", "nobody"]'),
)
LINES = (
    *("onbekend = 1", '"" = 1', "a.b.c = 1", "schema_version = 99", 'schema_version = "1"'),
    *("[onbekend]", "[[rules]]", "[[onbekend]]", "[groups]", "[fields]", "[same]", "[[same]]"),
    *(
        '[fields]\nid = ["x"]',
        'fields = "x"',
        "[numbers]",
        "[a.b.c.d]",
        "[[rules.rules]]",
        "skip = [0]",
    ),
    *('rule = "pin"', 'rule = "at_most"', "weight = -1", "weight = 1e308", "= 3", "[", "[[rules]"),
    *('rule = "__init__"', 'rule = "../pin"', 'rule = "rule"', "skip = [1, 1, 99999999999]"),
)
KEY = re.compile(r"^(\s*(?:[\w.-]+|\"[^\"]*\")\s*=\s*)(.*)$")


def _keys(lines: list[str]) -> list[int]:
    return [i for i, line in enumerate(lines) if KEY.match(line)]


def other_value(dice: Dice, data: bytes) -> bytes:
    """A value of another kind, or of none."""
    lines = text_of(data).split("\n")
    for _ in range(dice.choice([1, 1, 2])):
        if (places := _keys(lines)) and (found := KEY.match(lines[at := dice.choice(places)])):
            lines[at] = found[1] + dice.choice(VALUES)
    return bytes_of("\n".join(lines))


def odd_string(dice: Dice, data: bytes) -> bytes:
    """A text that nobody would write."""
    lines = text_of(data).split("\n")
    if (places := _keys(lines)) and (found := KEY.match(lines[at := dice.choice(places)])):
        told = dice.choice(ODD).replace("\\", "\\\\").replace('"', '\\"')
        lines[at] = found[1] + dice.choice([f'"{told}"', f'["{told}"]', f"'{told}'"])
    return bytes_of("\n".join(lines))


def other_key(dice: Dice, data: bytes) -> bytes:
    """A key that is another, or there twice."""
    lines = text_of(data).split("\n")
    if places := _keys(lines):
        at, other = dice.choice(places), dice.choice(places)
        name = dice.choice([lines[other].split("=")[0], "onbekend ", '"\u202e" ', "a.b ", "é "])
        lines[at] = name + "=" + lines[at].split("=", 1)[1]
    return bytes_of("\n".join(lines))


def odd_line(dice: Dice, data: bytes) -> bytes:
    """A line or a table that nobody knows."""
    lines = text_of(data).split("\n")
    for _ in range(dice.choice([1, 1, 3])):
        lines.insert(dice.randrange(len(lines) + 1), dice.choice(LINES))
    return bytes_of("\n".join(lines))


def line_gone(dice: Dice, data: bytes) -> bytes:
    """Lines that are missing."""
    lines = text_of(data).split("\n")
    for _ in range(dice.choice([1, 1, 2, 5])):
        if lines:
            del lines[dice.randrange(len(lines))]
    return bytes_of("\n".join(lines))


def tables_moved(dice: Dice, data: bytes) -> bytes:
    """Tables in another order, some twice."""
    tables = re.split(r"(?m)^(?=\[)", text_of(data))
    first, rest = tables[0], tables[1:]
    dice.shuffle(rest)
    return bytes_of(first + "".join(rest + rest[: dice.choice([0, 1, 3])]))


IN_TOML = (other_value, other_value, odd_string, other_key, odd_line, line_gone, tables_moved)
