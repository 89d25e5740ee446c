"""Reads the file of points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import Row, read_rows, shown
from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import Style
from cohorts.intake.values.numbers import Amount, read_amount
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.exact_points import ExactPoints, exact_points
from cohorts.round.merit import THOUSANDTHS

MOST_POINTS = 1_000_000_000
IS_FRACTION = re.compile(r"\s*(\d{1,4000})\s*/\s*(0*[1-9]\d{0,3999})\s*")
"""As an exact figure is written that no decimals can hold: 200/3."""


def read_merit(path: str | Path, applicants: Sequence[Applicant]) -> ExactPoints[ApplicantId]:
    """``applicant_id,merit`` (0 to a billion), in units that keep every difference.

    At most 3 decimals are counted; a fraction (``200/3``) is exact.

    Raises InputError with every bad row, and for someone who is missing or stands there twice.
    """
    people = Directory(applicants)
    merit: dict[ApplicantId, Fraction] = {}

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
    return exact_points(merit, *rows.remarks)


def _points(cell: Cell, place: str) -> Fraction:
    """One number, with a point or a comma before its decimals, or a fraction."""
    if written := IS_FRACTION.fullmatch(str(cell)):
        found = Fraction(int(written[1]), int(written[2]))
        if found <= MOST_POINTS:
            return found
    style = Style.DUTCH if "," in str(cell) and "." not in str(cell) else Style.ENGLISH
    try:
        amount = read_amount("" if cell is None else cell, style)
    except Unreadable:
        amount = Amount(-1, -1, -1)
    if not amount.low == amount.high == amount.value or not 0 <= amount.value <= MOST_POINTS:
        raise InputError(Problem("intake.merit_value", place, {"given": shown(cell)}))
    return Fraction(round(amount.value * THOUSANDTHS), THOUSANDTHS)
