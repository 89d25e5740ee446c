"""A row right below the headers that says how to fill them in, or gives an example."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.intake.rows.headings import filled, texts_of
from cohorts.intake.rows.seen import Seen
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount

EXAMPLE = re.compile(
    r"\W*(voorbeeld|bijvoorbeeld|bijv|example|e\.g|for instance)\W*[:=]", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"[(\[<].*[)\]>]")
TELLS_HOW = re.compile(
    r"\b(vul|vult|invullen|geef|noteer|kies|vermeld|zoals|verplicht|optioneel|bijvoorbeeld|bijv"
    r"|please|enter|fill|choose|select|required|optional|as registered)\b",
    re.IGNORECASE,
)
FEW = 2


def explains_headers(seen: Seen, cells: Sequence[Cell]) -> bool:
    """Whether the first row is an example, stands in brackets, or tells what to fill in.

    The last counts only where it has words in a column in which everybody else has an amount.
    """
    if seen.kept.rows or len(seen.rows) < FEW:
        return False
    texts = texts_of(cells)
    if len(texts) < FEW:
        return False
    if EXAMPLE.match(texts[0].strip()):
        return True
    if len(texts) < len(filled(cells)):
        return False
    if all(IN_BRACKETS.fullmatch(text.strip()) for text in texts):
        return True
    return any(TELLS_HOW.search(text) for text in texts) and _words_for_amounts(seen, cells)


def _words_for_amounts(seen: Seen, cells: Sequence[Cell]) -> bool:
    others = [row for _, row in seen.rows if row is not cells and list(row) != list(cells)]
    columns = [i for i in filled(cells) if not is_amount(cells[i])]
    told = [[row[i] for row in others if i < len(row) and i in filled(row)] for i in columns]
    return any(len(column) >= FEW and all(map(is_amount, column)) for column in told)
