"""Rows that say they add up, and whether their amounts are those of the rows above."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from cohorts.intake.fields.headers import plain
from cohorts.intake.rows.headings import texts_of
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount, value_of
from cohorts.intake.values.number_style import Style, style_of

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
    told = (text for text in texts_of(cells) if not is_amount(text))
    first = plain(next(told, ""))
    return any(words.match(first) for words in (SUBTOTAL, TOTAL, SHORT))


def adds_up(
    cells: Sequence[Cell], above: Sequence[Sequence[Cell]], *, by_sum: bool = False
) -> bool:
    """Whether every amount of ``cells`` is the sum, the mean or the number of those above it.

    ``by_sum``: whether only the sum counts.
    """
    columns = [i for i, cell in enumerate(cells) if is_amount(cell)]
    return bool(columns) and all(_of_column(i, cells[i], above, by_sum) for i in columns)


def _of_column(column: int, cell: Cell, above: Sequence[Sequence[Cell]], by_sum: bool) -> bool:
    told = [row[column] for row in above if column < len(row) and is_amount(row[column])]
    if len(above) < FEWEST:
        return False
    style = style_of([*told, cell])
    style = Style.DUTCH if style is Style.MIXED else style
    amount = value_of(cell, style)
    values = [value for one in told if (value := value_of(one, style)) is not None]
    made = [sum(values)] if values else []
    if not by_sum:
        made += [len(above), *([sum(values) / len(values)] if values else [])]
    return amount is not None and any(_close(amount, one) for one in made)


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=CLOSE)
