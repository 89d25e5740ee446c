"""Answers picked from a list: phases, statuses, yes or no, and several at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from cohorts.intake.table import Cell
from cohorts.intake.unreadable import Unreadable

LONGEST = 200
BETWEEN = re.compile(r"\b(of|or)\b|/")
DENIED = re.compile(r"\b(niet|geen|not|no)\b")


@cache
def _words() -> dict[str, dict[str, str]]:
    """Subject → word → value."""
    text = (files("cohorts.intake") / "words_of_values.toml").read_text(encoding="utf-8")
    return {
        subject: {word: value for value, words in values.items() for word in words}
        for subject, values in tomllib.loads(text).items()
    }


def read_one(cell: Cell, subject: str) -> str:
    """The value whose word the cell is, begins with, or holds as the only one.

    Raises Unreadable ``choice``.
    """
    text = " ".join(str(cell)[:LONGEST].lower().split()).strip(".")
    words = _words()[subject]
    if text in words:
        return words[text]
    begun = {v for w, v in words.items() if len(w) > 1 and re.match(rf"{re.escape(w)}\b", text)}
    if len(begun) == 1 and not BETWEEN.search(text):
        return begun.pop()
    held = {v for w, v in words.items() if re.search(rf"\b{re.escape(w)}\b", text)}
    if subject != "truth" and len(held) == 1 and not DENIED.search(text):
        return held.pop()
    raise Unreadable("intake.choice", {"known": tuple(dict.fromkeys(words.values()))})


def read_truth(cell: Cell) -> bool:
    """Ja/Nee, J/N, WAAR/ONWAAR. Raises Unreadable ``choice``."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return read_one(cell, "truth") == "true"


def sign_of(cells: Iterable[Cell]) -> str:
    """What parts the answers of a column: ``|``, ``;`` or line ends where any cell has them.

    Else commas; in a column with another sign, a comma belongs to the answer.
    """
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    return next((sign for sign in "|;\n" if any(sign in text for text in texts)), ",")


def read_several(text: str, sign: str | None = None) -> tuple[str, ...]:
    """Answers parted by ``sign``, which a text alone tells too; a last ``;`` is no answer."""
    sign = sign or sign_of([text])
    parts = _between_commas(text) if sign == "," else text.split(sign)
    told = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(part for part in told if part))


def _between_commas(text: str) -> list[str]:
    """Parted at commas, but for those between brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth = max(depth + (letter == "(") - (letter == ")"), 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
