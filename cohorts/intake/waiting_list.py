"""Reads an earlier waiting list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.dates import Order, read_moment
from cohorts.intake.files import read_table
from cohorts.intake.read_row import clean_line
from cohorts.intake.table import Cell
from cohorts.intake.unreadable import Unreadable
from cohorts.people.applicant import ApplicantId
from cohorts.round.waiting import Wait, WaitingList, lettered

DAY = len("2026-09-01")
MOST_DIGITS = 4
"""A longer number is no circle of an older list."""


def read_waiting(path: str | Path) -> WaitingList:
    """``applicant_id,since[,circle]``; of a person's rows the last counts; it may be empty.

    A circle that an older list calls by number gets its letter. People who no longer apply are
    kept: they leave the list by themselves. Raises InputError with every bad row.
    """
    table = read_table(path, may_be_empty=True)
    headers = [header.lower() for header in table.headers]
    absent = [name for name in ("applicant_id", "since") if name not in headers]
    if absent:
        facts: dict[str, object] = {"absent": tuple(absent), "headers": table.headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    waiting: dict[ApplicantId, Wait] = {}
    faults = []
    for number, cells in table.rows:
        row = dict(zip(headers, cells, strict=True))
        since = _day(row["since"])
        if since is None:
            facts = {"given": clean_line(row["since"])}
            faults.append(Problem("intake.waiting_since", f"{table.file}:{number}", facts))
        else:
            person = ApplicantId(clean_line(row["applicant_id"]))
            waiting[person] = Wait(since, _circle(clean_line(row.get("circle"))))
    if faults:
        raise InputError(*faults)
    return waiting


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
