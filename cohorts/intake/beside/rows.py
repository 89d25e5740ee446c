"""The rows of a file beside the applicants, by the names of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.words import columns_named
from cohorts.intake.files.any_file import read_table
from cohorts.intake.table import Cell, Table
from cohorts.round.remark import NotingRows, Remark
from cohorts.words.export_gate import ungate

Row = dict[str, Cell]
T = TypeVar("T")
LONGEST = 80
OF_SHEET: Mapping[str, str] = {
    "intake.other_sheets": "intake.beside_sheets",
    "intake.hidden_rows_read": "intake.beside_hidden",
}
"""Remarks on a sheet → how they are said of a file beside the applicants."""


def read_rows(
    path: str | Path,
    needed: Sequence[str],
    read: Callable[[Row, str], T],
    optional: Sequence[str] = (),
) -> NotingRows[T]:
    """What ``read`` makes of each row and its place; the file may hold no rows.

    Noted is what a workbook does not show, or shows on other sheets.

    Raises InputError where a needed column is not there, and with the problems of every row.
    """
    table = read_table(path, may_be_empty=True)
    columns = columns_named(table.headers, (*needed, *optional))
    absent = tuple(name for name in needed if name not in columns)
    if absent:
        facts: dict[str, object] = {"absent": absent, "headers": table.headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    found: list[T] = []
    faults: list[Problem] = []
    for number, cells in table.rows:
        try:
            row = {name: cells[column] for name, column in columns.items()}
            found.append(read(row, f"{table.file}:{number}"))
        except InputError as error:
            faults += error.problems
    if faults:
        raise InputError(*faults)
    return NotingRows(found, *of_sheet(table))


def of_sheet(table: Table) -> Iterator[Remark]:
    """What is to be said of the sheet, with the name of its file."""
    for remark in table.remarks:
        if remark.code in OF_SHEET:
            facts = {**remark.facts, "file": table.file}
            yield Remark(OF_SHEET[remark.code], facts=facts)


def as_it_stands(cell: Cell) -> str:
    """An id, a kind or a name as one line; words such as "none" are not taken for nothing."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return ungate(" ".join(str("" if cell is None else cell).split()))


def shown(cell: Cell) -> str:
    """A cell as an error shows it."""
    return as_it_stands(cell)[:LONGEST]
