"""Whether a row is a sum: what it says, and a proof where that could be a name as well."""

from __future__ import annotations

from cohorts.intake.fields.headers import plain
from cohorts.intake.rows.headings import filled, texts_of
from cohorts.intake.rows.seen import Seen
from cohorts.intake.rows.sums import (
    FEWEST,
    OF_WHAT,
    SHORT,
    SUBTOTAL,
    TOTAL,
    adds_up,
    begins_like_a_sum,
)
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount


def is_total(seen: Seen, number: int, cells: list[Cell]) -> bool:
    """One text that says so, beside nothing but amounts; proven where it could be a name."""
    places = filled(cells)
    amounts = [i for i in places if is_amount(cells[i])]
    others = [cells[i] for i in places if i not in amounts]
    texts = texts_of(others)
    if not texts or len(texts) < len(others):
        return False
    if not begins_like_a_sum(texts):
        return len(texts) == 1 < len(amounts) and _is_sum_of_all(seen, cells)
    first, *more = [plain(text) for text in texts]
    if any(OF_WHAT.sub("", other).strip() for other in more):
        return False
    if SUBTOTAL.match(first):
        return bool(amounts) or seen.lacks(cells)
    return _is_sum(seen, number, cells, first, bool(amounts))


def _is_sum(seen: Seen, number: int, cells: list[Cell], says: str, has_amounts: bool) -> bool:
    said = TOTAL.match(says) or SHORT.match(says)
    rest = OF_WHAT.sub("", says[said.end() :]).strip() if said else ""
    lacks = seen.lacks(cells)
    if rest or SHORT.match(says):  # Totaal Deventer, but not Totaal Installatie B.V.
        return lacks and ((has_amounts and rest in seen.values) or _is_proven(seen, cells))
    leads = has_amounts and not is_amount(cells[filled(cells)[0]])  # no id before it
    return lacks or (leads and (number == seen.last or _is_proven(seen, cells)))


def _is_sum_of_all(seen: Seen, cells: list[Cell]) -> bool:
    """Whether each amount is the sum of several above: no two amounts of a person are so.

    And something is not there that everybody above filled in.
    """
    if seen.kept.rows <= FEWEST or not adds_up(cells, seen.kept, by_sum=True):
        return False
    return not seen.kept.everywhere <= set(filled(cells))


def _is_proven(seen: Seen, cells: list[Cell]) -> bool:
    """Whether it is the sum of all rows above, or of those since the last one that was a sum."""
    return adds_up(cells, seen.group) or adds_up(cells, seen.kept)
