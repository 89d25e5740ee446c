"""Answers picked from a list: phases, statuses, yes or no, and several at once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell


@cache
def _words() -> dict[str, dict[str, str]]:
    """Subject → word → value."""
    text = (files("cohorts.intake") / "words_of_values.toml").read_text(encoding="utf-8")
    return {
        subject: {word: value for value, words in values.items() for word in words}
        for subject, values in tomllib.loads(text).items()
    }


def read_one(cell: Cell, subject: str) -> str:
    """The value whose word the cell is, or begins with. Raises Unreadable ``choice``."""
    text = " ".join(str(cell).lower().split()).strip(".")
    words = _words()[subject]
    if text in words:
        return words[text]
    begun = {v for w, v in words.items() if len(w) > 2 and re.match(rf"{re.escape(w)}\b", text)}  # noqa: PLR2004
    if len(begun) == 1:
        return begun.pop()
    raise Unreadable("intake.choice", {"known": tuple(dict.fromkeys(words.values()))})


def read_truth(cell: Cell) -> bool:
    """Ja/Nee, J/N, WAAR/ONWAAR. Raises Unreadable ``choice``."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return read_one(cell, "truth") == "true"


def read_several(cell: Cell) -> tuple[str, ...]:
    """Answers joined with ``|``, ``;`` (a last one is no answer), line ends, or else commas."""
    text = str(cell)
    signs = next((s for s in ("|", ";", "\n") if s in text), ",")
    parts = (" ".join(part.split()) for part in text.split(signs))
    return tuple(dict.fromkeys(part for part in parts if part))
