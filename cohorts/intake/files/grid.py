"""The rows of one sheet as they were found, with what its program hides or shortens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.intake.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from cohorts.intake.rows.headings import Rows
from cohorts.round.remark import Remark

ROWS_NAMED = 40


@dataclass(frozen=True)
class Grid:
    """``rows``: numbered, the headers first; ``name``: of the sheet, or how a text was read.

    ``others``: sheets one can see and that were not read. ``hidden_rows``: their numbers;
    ``hidden_columns``, ``scaled``: letters of columns that are not shown, and of those whose
    numbers are shown without their thousands. ``labels``: numbers of rows that hold nothing but
    one text, merged over several columns. ``merged``: of all rows in which merged cells begin.
    """

    rows: Rows
    name: str
    others: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[str, ...] = ()
    scaled: tuple[str, ...] = ()
    labels: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()

    def remarks(self, *, leave_hidden: bool) -> Iterator[Remark]:
        """What the organiser should know of the sheet as a whole.

        Which hidden rows are left out is known only where it is known which are headers.
        """
        if self.others:
            facts = {"read": self.name, "others": self.others}
            yield Remark("intake.other_sheets", facts=facts)
        if self.hidden_rows and not leave_hidden:
            yield of_hidden("intake.hidden_rows_read", sorted(self.hidden_rows))
        if self.hidden_columns:
            yield Remark("intake.hidden_columns", facts={"columns": self.hidden_columns})
        if self.scaled:
            yield Remark("intake.scaled_columns", facts={"columns": self.scaled})


def of_hidden(code: str, numbers: list[int]) -> Remark:
    """The remark about rows (sorted) that a workbook hides."""
    return Remark(code, facts={"count": len(numbers), "rows": stretches(numbers)})


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


def check_lengths(rows: Rows, file: str) -> None:
    """Raises InputError for a cell without end."""
    for number, cells in rows:
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
            facts = {"row": str(number), "most": LONGEST_CELL}
            raise InputError(Problem("intake.cell_too_long", file, facts))


def check_shape(rows: int, columns: int, file: str) -> None:
    """Raises InputError for more columns, rows or cells than can be laid out."""
    if columns > MOST_COLUMNS:
        facts = {"columns": columns, "most": MOST_COLUMNS}
        raise InputError(Problem("intake.too_many_columns", file, facts))
    if rows > MOST_ROWS:
        raise InputError(Problem("intake.too_many_rows", file, {"rows": rows, "most": MOST_ROWS}))
    if rows * columns > MOST_CELLS:
        raise too_many_cells(rows, columns, file)


def too_many_cells(rows: int, columns: int, file: str) -> InputError:
    """The error for a table that is too large as a whole."""
    return InputError(Problem("intake.too_many_cells", file, {"rows": rows, "columns": columns}))
