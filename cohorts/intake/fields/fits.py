"""Whether a column holds what its header promises: a question can be about a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cohorts.intake.fields.column_kinds import BANDS, CLOSED, SINGLE, TOLD_BY_VALUE, YEARS
from cohorts.intake.fields.headers import How, Match
from cohorts.intake.table import Cell
from cohorts.intake.values.dates import order_of, read_moment, read_year
from cohorts.intake.values.identifiers import read_kvk, read_phone
from cohorts.intake.values.locate import read_postcode
from cohorts.intake.values.number_style import style_of
from cohorts.intake.values.numbers import read_amount
from cohorts.intake.values.picked import read_one, read_truth
from cohorts.intake.values.unreadable import Unreadable

SPOILED = frozenset({"intake.mixed_styles", "intake.band_date"})
"""Verdicts on answers that are about the field all the same."""
Reader = Callable[[Cell], object]


def fits(match: Match, cells: Sequence[Cell]) -> bool:
    """Whether at least half of ``cells`` can be read as the field of ``match``.

    A header that names the field itself is believed, except where only answers can tell.
    """
    field = match.field
    if field is None or (match.how is How.EXACT and field not in TOLD_BY_VALUE):
        return True
    reader = _reader(field, cells)
    if reader is None:
        return True
    return 2 * sum(_can_be_read(cell, reader) for cell in cells) >= len(cells)


def _reader(field: str, cells: Sequence[Cell]) -> Reader | None:
    if field in CLOSED:
        return lambda cell: read_one(cell, field)
    if field in BANDS or field in SINGLE:
        style = style_of(cells)
        return lambda cell: read_amount(cell, style)
    if field in YEARS:
        return read_year
    if field == "submitted":
        order = order_of(cells)
        return lambda cell: read_moment(cell, order)
    return {
        "kvk": read_kvk,
        "phone": read_phone,
        "postcode": read_postcode,
        "consent": read_truth,
        "email": _read_email,
    }.get(field)


def _read_email(cell: Cell) -> str:
    """Raises Unreadable for what is no address at all."""
    if "@" not in str(cell):
        raise Unreadable("intake.choice")
    return str(cell)


def _can_be_read(cell: Cell, reader: Reader) -> bool:
    try:
        reader(cell)
    except Unreadable as verdict:
        return verdict.code in SPOILED
    return True
