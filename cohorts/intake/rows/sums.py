"""Rows that say they add up, and whether their amounts are those of the rows above."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from cohorts.intake.fields.headers import plain
from cohorts.intake.rows.above import Above
from cohorts.intake.table import Cell, is_empty
from cohorts.intake.values.amounts import is_amount, value_of

SUBTOTAL = re.compile(
    r"(subtota+l|sub tota+l|eindtota+l|tussentota+l|grand total|totaal generaal)\b"
)
TOTAL = re.compile(
    r"(totaal|totalen|total|totals|som|sum|gemiddelde?|average|mediaan|median|aantal|minimum"
    r"|maximum|totale|totaux|summe|gesamt|gesamtsumme|insgesamt|somme|algemeen totaal|opgeteld)\b"
)
SHORT = re.compile(
    r"(gem|avg|mean|count|tot|samen|overall|saldo|eindstand|cumulatief|alles bij elkaar)\b|n \d+$"
    r"|\d+ (deelnemers|inschrijvingen|aanmeldingen|inzendingen|kandidaten|participants|applicants"
    r"|entries|responses|registrations)\b"
)
"""Words that may be a name as well: they want a proof."""
OF_WHAT = re.compile(
    r"\b(aantal|deelnemers?|inschrijvingen|aanmeldingen|inzendingen|kandidaten|bedrijven"
    r"|ondernemers|personen|mensen|rijen|alle|van|per|de|het|medewerkers|omzet|fte|bedrag"
    r"|of|all|the|number|rows|participants|applicants|companies|people|entries|responses"
    r"|registrations|employees|turnover|revenue|sum|count|totaal|total|eur|euro|\d+)\b"
)
CLOSE = 0.006
"""Amounts are shown rounded: 22.4 of 22.36."""
FEWEST = 2


def begins_like_a_sum(cells: Sequence[Cell]) -> bool:
    """Whether the first text of a row is a word for a sum."""
    texts = (cell for cell in cells if isinstance(cell, str) and not is_empty(cell))
    first = plain(next((text for text in texts if not is_amount(text)), ""))
    return any(words.match(first) for words in (SUBTOTAL, TOTAL, SHORT))


def adds_up(cells: Sequence[Cell], above: Above, *, by_sum: bool = False) -> bool:
    """Whether every amount of ``cells`` is the sum, the mean or the number of those above it.

    ``by_sum``: whether only the sum counts.
    """
    columns = [i for i, cell in enumerate(cells) if is_amount(cell)]
    return bool(columns) and all(_of_column(i, cells[i], above, by_sum) for i in columns)


def _of_column(column: int, cell: Cell, above: Above, by_sum: bool) -> bool:
    if above.rows < FEWEST:
        return False
    amounts = above.amounts(column)
    style = amounts.style_with(cell)
    amount, total, count = value_of(cell, style), amounts.sums[style], amounts.counts[style]
    made = [total] if count else []
    if not by_sum:
        made += [above.rows, *([total / count] if count else [])]
    return amount is not None and any(_close(amount, one) for one in made)


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=CLOSE)
