"""Reads the file of points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import Row, read_rows, shown
from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import Style
from cohorts.intake.values.numbers import Amount, read_amount
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Noting

MOST_POINTS = 1_000_000_000


def read_merit(path: str | Path, applicants: Sequence[Applicant]) -> Mapping[ApplicantId, int]:
    """``applicant_id,merit`` (0 to a billion, at most 3 decimals counted), in thousandths.

    Raises InputError with every bad row, and for someone who is missing or stands there twice.
    """
    people = Directory(applicants)
    merit: dict[ApplicantId, int] = {}

    def read(row: Row, place: str) -> None:
        person = people.find(row["applicant_id"], place)
        if person in merit:
            raise InputError(Problem("intake.person_twice", place, {"person": person}))
        merit[person] = _points(row["merit"], place)

    rows = read_rows(path, ("applicant_id", "merit"), read)
    absent = [a.id for a in applicants if a.id not in merit]
    if absent:
        place = Path(path).name
        raise InputError(Problem("intake.merit_absent", place, {"people": tuple(absent[:20])}))
    return Noting(merit, *rows.remarks)


def _points(cell: Cell, place: str) -> int:
    """One number, with a point or a comma before its decimals, in thousandths."""
    style = Style.DUTCH if "," in str(cell) and "." not in str(cell) else Style.ENGLISH
    try:
        amount = read_amount("" if cell is None else cell, style)
    except Unreadable:
        amount = Amount(-1, -1, -1)
    if not amount.low == amount.high == amount.value or not 0 <= amount.value <= MOST_POINTS:
        raise InputError(Problem("intake.merit_value", place, {"given": shown(cell)}))
    return round(amount.value * 1000)
