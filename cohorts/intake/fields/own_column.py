"""Columns of one's own; those that hold amounts become numbers that rules can count with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from cohorts.intake.table import Cell, Percent
from cohorts.intake.values.number_style import Style
from cohorts.intake.values.numbers import read_amount
from cohorts.intake.values.spoiled import band_of
from cohorts.intake.values.unreadable import Unreadable

ENOUGH = 0.5
"""Share of the answers that must be amounts: one word among numbers makes no column of words."""
BAND = re.compile(r"\d{1,9} ?[-–] ?\d{1,9}|[<>≥≤] ?\d{1,9}|\d{1,9} ?\+")
BARE = re.compile(r"\d+")
CURRENCY = r"(?:€|eur|euro)"
PLAIN = re.compile(
    rf"(?:{CURRENCY} ?)?[-−]? ?(?:{CURRENCY} ?)?"
    r"(?:[1-9]\d{0,2}(?:[ '’\u00a0\u202f]\d{3})+|[1-9][\d.,]{0,30}|0(?:[.,]\d{1,20})?)"
    rf"(?:,-+|,–|\.-)?(?: ?{CURRENCY})?(?: ?(?:%|procent|percent|pct))?",
    re.IGNORECASE,
)
IN_PER_CENT = re.compile(r"(?:%|procent|percent|pct)$", re.IGNORECASE)


def are_amounts(cells: Sequence[Cell], style: Style) -> bool:
    """Whether most of a column are plain amounts: no codes, bands or telephone numbers.

    An amount that could be read in two ways is one too: it is asked about, not made a word of.
    Bare digits among words, such as house numbers, are left as they are.
    """
    amounts = [cell for cell in cells if _is_amount(cell, style)]
    if not amounts or len(amounts) < ENOUGH * len(cells):
        return False
    signed = any(isinstance(c, str) and not BARE.fullmatch(c.strip()) for c in amounts)
    return signed or len(amounts) == len(cells)


def are_counts(cells: Sequence[Cell], style: Style) -> bool:
    """Whether most of a column are amounts or bands, so that a date in it was one of those."""
    counts = sum(_is_amount(c, style) or BAND.fullmatch(str(c).strip()) is not None for c in cells)
    return bool(cells) and counts >= ENOUGH * len(cells)


def is_per_cent(cell: Cell) -> bool:
    """Whether a cell is shown, or written, as a per cent."""
    if isinstance(cell, str):
        return IN_PER_CENT.search(cell.strip()) is not None
    return isinstance(cell, Percent)


def _is_amount(cell: Cell, style: Style) -> bool:
    if isinstance(cell, str):
        if not PLAIN.fullmatch(cell.strip()):
            return False
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    try:
        amount = read_amount(cell, style)
    except Unreadable as verdict:
        return verdict.code == "intake.mixed_styles"
    return amount.low == amount.high


@dataclass(frozen=True)
class OwnColumn:
    """How a column of one's own is read: ``amounts`` as plain numbers, all else as it stands.

    ``counts``: amounts or bands, so that a date among them is a spoiled one; ``in_per_cent``: some
    of its answers are per cents.
    """

    style: Style = Style.ENGLISH
    amounts: bool = False
    counts: bool = False
    in_per_cent: bool = False

    @classmethod
    def of(cls, cells: Sequence[Cell], style: Style) -> Self:
        """By its answers."""
        in_per_cent = any(map(is_per_cent, cells))
        return cls(style, are_amounts(cells, style), are_counts(cells, style), in_per_cent)

    def number(self, cell: Cell) -> float | None:
        """A cell as a number; None for what stays the words it is.

        Raises Unreadable ``mixed_styles``, ``band_date``, and ``share`` for 0.15 among per cents,
        which may be 15%.
        """
        if self.counts and (band := band_of(cell)):
            raise Unreadable("intake.band_date", {"band": band})
        if not self.amounts or not _is_amount(cell, self.style):
            return None
        value = read_amount(cell, self.style).value
        if self.in_per_cent and not is_per_cent(cell) and 0 < abs(value) <= 1:
            raise Unreadable("intake.share")
        return value
