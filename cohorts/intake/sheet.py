"""The rows of one sheet as they were found, with what its program hides or shortens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.intake.headings import Rows
from cohorts.intake.sheets.limits import LONGEST_CELL, MOST_CELLS
from cohorts.round.remark import Remark

ROWS_NAMED = 40


@dataclass(frozen=True)
class Sheet:
    """``rows``: numbered, the headers first; ``name``: of the sheet, or how a text was read.

    ``others``: sheets one can see and that were not read. ``hidden_rows``: their numbers;
    ``hidden_columns``, ``scaled``: letters of columns that are not shown, and of those whose
    numbers are shown without their thousands.
    """

    rows: Rows
    name: str
    others: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[str, ...] = ()
    scaled: tuple[str, ...] = ()

    def remarks(self, *, leave_hidden: bool) -> Iterator[Remark]:
        """What the organiser should know of the sheet as a whole."""
        if self.others:
            facts = {"read": self.name, "others": self.others}
            yield Remark("intake.other_sheets", facts=facts)
        if self.hidden_rows:
            code = "intake.hidden_rows_left" if leave_hidden else "intake.hidden_rows_read"
            numbers = sorted(self.hidden_rows)
            facts = {"count": len(numbers), "rows": stretches(numbers)}
            yield Remark(code, facts=facts)
        if self.hidden_columns:
            yield Remark("intake.hidden_columns", facts={"columns": self.hidden_columns})
        if self.scaled:
            yield Remark("intake.scaled_columns", facts={"columns": self.scaled})


def stretches(numbers: list[int]) -> tuple[str, ...]:
    """Sorted numbers in words: 4, 7-9; at most so many stretches."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    told = tuple("-".join(map(str, one)) for one in found[:ROWS_NAMED])
    return (*told, "…") if len(found) > ROWS_NAMED else told


def check_size(rows: Rows, file: str) -> None:
    """Raises InputError for a cell without end, and for more cells than can be laid out."""
    width = max((len(cells) for _, cells in rows), default=0)
    if width * len(rows) > MOST_CELLS:
        facts: dict[str, object] = {"rows": len(rows), "columns": width}
        raise InputError(Problem("intake.reaches_too_far", file, facts))
    for number, cells in rows:
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
            facts = {"cell": str(number), "most": LONGEST_CELL}
            raise InputError(Problem("intake.cell_too_long", file, facts))
