"""What looks like an amount, before it is known in which style a column writes them."""

from __future__ import annotations

import re

from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import LONGEST, Style
from cohorts.intake.values.numbers import read_amount
from cohorts.intake.values.unreadable import Unreadable

AMOUNT = re.compile(r"[€$£\d.,%\s+-]*\d[\d.,%\s-]*")


def is_amount(cell: Cell) -> bool:
    """A number, or a text of digits with the signs of an amount."""
    if isinstance(cell, str):
        text = cell.strip()
        return len(text) <= LONGEST and AMOUNT.fullmatch(text) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def value_of(cell: Cell, style: Style) -> float | None:
    """The amount in a cell; None where there is none."""
    try:
        return read_amount(cell, style).value if is_amount(cell) else None
    except Unreadable:
        return None
