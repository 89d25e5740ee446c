"""Whether the amounts of a row are those of the rows above, added up or averaged."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cohorts.intake.amounts import is_amount, value_of
from cohorts.intake.numbers import Style, style_of
from cohorts.intake.table import Cell

CLOSE = 0.006
"""Amounts are shown rounded: 22.4 of 22.36."""
FEWEST = 2


def adds_up(cells: Sequence[Cell], above: Sequence[Sequence[Cell]]) -> bool:
    """Whether every amount of ``cells`` is the sum, the mean or the number of those above it."""
    columns = [i for i, cell in enumerate(cells) if is_amount(cell)]
    return bool(columns) and all(_of_column(i, cells[i], above) for i in columns)


def _of_column(column: int, cell: Cell, above: Sequence[Sequence[Cell]]) -> bool:
    told = [row[column] for row in above if column < len(row) and is_amount(row[column])]
    if len(above) < FEWEST:
        return False
    style = style_of([*told, cell])
    style = Style.DUTCH if style is Style.MIXED else style
    amount = value_of(cell, style)
    values = [value for one in told if (value := value_of(one, style)) is not None]
    made = [len(above), *([sum(values), sum(values) / len(values)] if values else [])]
    return amount is not None and any(_close(amount, one) for one in made)


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=CLOSE)
