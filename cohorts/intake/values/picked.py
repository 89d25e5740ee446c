"""Answers picked from a list: phases, statuses, yes or no, and several at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from cohorts.intake.table import Cell
from cohorts.intake.values.agreement import agrees, refuses
from cohorts.intake.values.missing import is_missing
from cohorts.intake.values.negation import is_negated
from cohorts.intake.values.unreadable import Unreadable

LONGEST = 2_000
BETWEEN = re.compile(r"\b(of|or)\b|/")
HEDGED = re.compile(
    r"\b(maar|mits|tenzij|voorbehoud|misschien|twijfelt?|but|unless|provided|subject to)\b"
)
NO_OPTION = re.compile(
    r"(niet|geen|nooit|alles|alle|allemaal|iedere|elke|all|any|every|none|never|not|no)\b"
)


@cache
def _words() -> dict[str, dict[str, str]]:
    """Subject → word → value."""
    text = (files("cohorts.intake.values") / "words_of_values.toml").read_text(encoding="utf-8")
    return {
        subject: {word: value for value, words in values.items() for word in words}
        for subject, values in tomllib.loads(text).items()
    }


def read_one(cell: Cell, subject: str) -> str:
    """The value whose word the cell is, begins with, or holds as the only one.

    Raises Unreadable ``choice``.
    """
    text, words = _folded(cell), _words()[subject]
    if text in words:
        return words[text]
    begun = {v for w, v in words.items() if len(w) > 1 and re.match(rf"{re.escape(w)}\b", text)}
    unsure = BETWEEN.search(text) or HEDGED.search(text) or is_negated(text)
    if len(begun) == 1 and not unsure:
        return begun.pop()
    held = {v for w, v in words.items() if re.search(rf"\b{re.escape(w)}\b", text)}
    if len(held) == 1 and not unsure:
        return held.pop()
    raise _unknown(words)


def read_truth(cell: Cell) -> bool:
    """Ja/Nee, J/N, WAAR/ONWAAR, or a sentence that agrees and takes nothing back.

    Raises Unreadable ``choice``.
    """
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text, words = _folded(cell), _words()["truth"]
    if text in words:
        return words[text] == "true"
    if agrees(text):
        return True
    if refuses(text):
        return False
    raise _unknown(words)


def says_yes(cell: Cell) -> bool:
    """Whether it is a plain yes."""
    try:
        return not is_missing(cell) and read_truth(cell)
    except Unreadable:
        return False


def read_consent(cell: Cell) -> bool:
    """Whether somebody agrees. Raises Unreadable ``consent`` for what is no plain yes or no."""
    try:
        return read_truth(cell)
    except Unreadable:
        raise Unreadable("intake.consent") from None


def names_no_option(text: str) -> bool:
    """Whether one of several answers says what does not hold, or means many at once.

    "kan niet op maandag", "geen voorkeur", "alle dagen behalve maandag".
    """
    return is_negated(text) and NO_OPTION.search(text.lower()) is not None


def _folded(cell: Cell) -> str:
    return " ".join(str(cell)[:LONGEST].lower().split()).strip(".! ")


def _unknown(words: dict[str, str]) -> Unreadable:
    return Unreadable("intake.choice", {"known": tuple(dict.fromkeys(words.values()))})


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
