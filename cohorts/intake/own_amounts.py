"""Columns of one's own that hold amounts, so that rules and conditions can count with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.intake.number_style import Style
from cohorts.intake.numbers import Amount, read_amount
from cohorts.intake.table import Cell, Percent
from cohorts.intake.unreadable import Unreadable

ENOUGH = 0.5
"""Share of the answers that must be amounts: one word among numbers makes no column of words."""
BARE = re.compile(r"\d+")
CURRENCY = r"(?:€|eur|euro)"
PLAIN = re.compile(
    rf"(?:{CURRENCY} ?)?[-−]? ?(?:{CURRENCY} ?)?"
    r"(?:[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|[1-9][\d.,]{0,30}|0(?:[.,]\d{1,20})?)"
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


def read_own(cell: Cell, style: Style, *, in_per_cent: bool) -> Amount | None:
    """A cell of a column of amounts; None for what is none, and stays the words it is.

    ``in_per_cent``: other cells of the column are per cents. Raises Unreadable ``mixed_styles``,
    and ``share`` for 0.15 among them, which may be 15%.
    """
    if not _is_amount(cell, style):
        return None
    amount = read_amount(cell, style)
    if in_per_cent and not is_per_cent(cell) and 0 < abs(amount.value) <= 1:
        raise Unreadable("intake.share")
    return amount


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
