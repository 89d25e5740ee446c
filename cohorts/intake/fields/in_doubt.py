"""Columns of which cells were told one by one: what to do about all of them, said once."""

from __future__ import annotations

from collections.abc import Iterable

from cohorts.intake.fields.columns import values_of
from cohorts.intake.table import Table
from cohorts.intake.values.number_style import clashing
from cohorts.round.remark import Remark

ASKED = frozenset({"intake.mixed_styles", "intake.band_date"})
"""Remarks on a cell to which a column as a whole has the answer."""


def asked_of_columns(table: Table, remarks: Iterable[Remark]) -> list[Remark]:
    """One remark per column, and kind of doubt, about which cells have any."""
    told: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        if remark.code in ASKED:
            told.setdefault((remark.column, remark.code), []).append(remark)
    return [
        Remark(f"{code}_column", column=header, facts={"count": len(of), **_why(table, of[0])})
        for (header, code), of in told.items()
    ]


def _why(table: Table, remark: Remark) -> dict[str, object]:
    """The two writings that keep a column from telling how it is to be read."""
    column = table.headers.index(remark.column)
    clash = clashing(values_of(table, column)) or (remark.value, remark.value)
    return {"one": clash[0], "other": clash[1], "header": remark.column}
