"""A value of a file, fit to stand in a sentence: on one line, short, with every sign to be seen."""

from __future__ import annotations

import json

MOST = 160
"""Signs of a value; who wants more opens the file."""


def on_one_line(value: object) -> str:
    """A text without quotes unless it is empty; all else as JSON has it.

    A sign that cannot be seen, or would command a screen, stands there as its number.
    """
    text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)
    seen = "".join(sign if sign.isprintable() else _number(sign) for sign in text[:MOST])
    return seen if len(text) <= MOST else f"{seen}…"


def _number(sign: str) -> str:
    return json.dumps(sign).strip('"')
