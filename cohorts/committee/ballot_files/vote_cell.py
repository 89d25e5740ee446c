"""What one cell of a ballot says: a word, a number, or nothing and why."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.ballot_files.ballot_words import words_of_cells
from cohorts.committee.votes import Silence
from cohorts.intake.beside.rows import as_it_stands
from cohorts.intake.table import Cell

NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")
"""Nobody scores in thousands: the one sign in it stands before decimals, whichever it is."""
TRUTHS = {"yes": Fraction(1), "no": Fraction(0)}
DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Meaning:
    """``truth``: yes 1, no 0; ``number``: a score or place. 1 and 0 can be either.

    ``empty``: nothing stands there; ``dash``: only a dash, which may be a no.
    """

    truth: Fraction | None = None
    number: Fraction | None = None
    silence: Silence | None = None
    empty: bool = False
    dash: bool = False


def meaning_of(cell: Cell) -> Meaning | None:
    """None for what is no vote, such as a date, or a formula that nobody computed."""
    if isinstance(cell, bool):
        return Meaning(truth=Fraction(cell))
    if isinstance(cell, int | float):
        return _number(Fraction(str(cell))) if math.isfinite(cell) else None
    return _said(as_it_stands(cell).casefold()) if isinstance(cell, str | None) else None


def _said(text: str) -> Meaning | None:
    if not text:
        return Meaning(silence=Silence.NOT_JUDGED, empty=True)
    if NUMBER.fullmatch(text):
        return _number(Fraction(text.replace(",", ".")))
    key = words_of_cells().get(text) or words_of_cells().get(text.strip(" .!"))
    if key in TRUTHS:
        return Meaning(truth=TRUTHS[key])
    return Meaning(silence=Silence(key), dash=text in DASHES) if key else None


def _number(value: Fraction) -> Meaning:
    return Meaning(truth=value if value in (0, 1) else None, number=value)
