"""Workbooks (xlsx, ods): read in a process of its own, which may not ask for too much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from cohorts.errors import InputError, Problem
from cohorts.intake.files.apart import LOCKED, OLD, GaveUp, answer_of
from cohorts.intake.files.grid import Grid
from cohorts.intake.limits import MEMORY, SECONDS
from cohorts.intake.table import Cell, Lost, Percent

READER = "cohorts.intake.files.sheets.reader"
CELLS: Mapping[str, Callable[[Any], Cell]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda seconds: timedelta(seconds=seconds),
    "percent": Percent,
    "fault": lambda shown: Lost("intake.fault", shown),
    "formula": lambda shown: Lost("intake.formula", shown),
}


def read_workbook(data: bytes, file: str) -> Grid:
    """The first sheet with a header we know; where there is none, the first that holds anything.

    Raises InputError, also for a workbook that takes too long or too much memory.
    """
    if data.startswith(OLD):
        code = "intake.locked_workbook" if LOCKED in data else "intake.old_workbook"
        raise InputError(Problem(code, file))
    told = _answer(data, file)
    if "code" in told:
        raise InputError(Problem(told["code"], file, told["facts"]))
    return Grid(
        [(number, [_cell(cell) for cell in cells]) for number, cells in told["rows"]],
        told["sheet"],
        tuple(told["others"]),
        frozenset(told["hidden_rows"]),
        tuple(told["hidden_columns"]),
        tuple(told["scaled"]),
        frozenset(told["labels"]),
        frozenset(told["merged"]),
    )


def _answer(data: bytes, file: str) -> dict[str, Any]:
    """What the process says. Raises InputError where it says nothing."""
    try:
        return answer_of(READER, data)
    except GaveUp:
        facts = {"seconds": SECONDS, "memory": MEMORY // 1_000_000}
        raise InputError(Problem("intake.workbook_gave_up", file, facts)) from None


def _cell(cell: Any) -> Cell:
    return CELLS[cell[0]](cell[1]) if isinstance(cell, list) else cell
