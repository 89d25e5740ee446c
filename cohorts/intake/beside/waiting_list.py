"""Reads an earlier waiting list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.intake.table import Cell
from cohorts.intake.values.dates import Order, read_moment
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Noting
from cohorts.round.waiting import Wait, WaitingList, lettered

DAY = len("2026-09-01")
MOST_DIGITS = 4
"""A longer number is no circle of an older list."""


def read_waiting(path: str | Path, applicants: Sequence[Applicant] = ()) -> WaitingList:
    """``applicant_id,since[,circle]``; of a person's rows the last counts; it may be empty.

    A circle that an older list calls by number gets its letter. People who no longer apply are
    kept: they leave the list by themselves. Raises InputError with every bad row.
    """
    people = Directory(applicants)
    waiting: dict[ApplicantId, Wait] = {}

    def read(row: Row, place: str) -> None:
        since = _day(row["since"])
        if since is None:
            facts = {"given": shown(row["since"])}
            raise InputError(Problem("intake.waiting_since", place, facts))
        given = as_it_stands(row["applicant_id"])
        person = people.by_id(given) or ApplicantId(given)
        waiting[person] = Wait(since, _circle(as_it_stands(row.get("circle"))))

    rows = read_rows(path, ("applicant_id", "since"), read, ("circle",))
    return Noting(waiting, *rows.remarks)


def _circle(name: str) -> str:
    """The letter of a circle; any other name stays."""
    plain = name.isascii() and name.isdigit() and len(name) <= MOST_DIGITS
    return (lettered(int(name)) if plain else "") or name


def _day(cell: Cell) -> date | None:
    """The day in a cell; None where it holds none."""
    try:
        return date.fromisoformat(read_moment(cell, Order.DAY_FIRST)[:DAY])
    except (Unreadable, ValueError):
        return None
