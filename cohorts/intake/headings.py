"""Which row holds the headers, and which rows are no answers: titles above, a total below."""

from __future__ import annotations

import re

from cohorts.intake.headers import How, Match, match_headers
from cohorts.intake.table import Cell, is_empty

Rows = list[tuple[int, list[Cell]]]
LOOKED_AT, CELLS_LOOKED_AT = 10, 200
TOTALS = frozenset({"totaal", "total", "eindtotaal", "grand total", "som", "sum"})
AMOUNT = re.compile(r"[€$£\d.,%\s+-]*\d[\d.,%\s-]*")


def below_titles(rows: Rows) -> tuple[Rows, Rows]:
    """(titles, the rest): exports often carry a name, a date or a note above the headers.

    Rows are passed over only for a row with headers we know, where the first row has none.
    """
    if not rows or _known(rows[0][1]):
        return [], rows
    for i in range(1, min(LOOKED_AT, len(rows))):
        known = _known(rows[i][1])
        alone = all(_filled(cells) <= 1 for _, cells in rows[:i])
        if sum(m.how is How.EXACT for m in known) > 1 or (
            known and alone and _filled(rows[i][1]) > 1
        ):
            return rows[:i], rows[i:]
    return [], rows


def knows_headers(rows: Rows) -> bool:
    """Whether the headers of these rows hold any that we know."""
    _, below = below_titles(rows)
    return bool(below) and bool(_known(below[0][1]))


def above_total(rows: Rows) -> tuple[Rows, int | None]:
    """(rows, number of the total): a last row that only adds up is nobody's answer."""
    if len(rows) < 2:  # noqa: PLR2004 - one row adds nothing up
        return rows, None
    number, cells = rows[-1]
    first, *others = [c for c in cells if not is_empty(c)] or [""]
    says = isinstance(first, str) and first.strip().lower().rstrip(":") in TOTALS
    if says and others and all(_is_amount(cell) for cell in others):
        return rows[:-1], number
    return rows, None


def _known(cells: list[Cell]) -> list[Match]:
    headers = [c for c in cells[:CELLS_LOOKED_AT] if isinstance(c, str) and not is_empty(c)]
    return [m for m in match_headers(headers) if m.how is not How.EXTRA]


def _filled(cells: list[Cell]) -> int:
    return sum(not is_empty(cell) for cell in cells)


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str):
        return AMOUNT.fullmatch(cell.strip()) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)
