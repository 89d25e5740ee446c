"""Reads the file of coaches, mentors and facilitators."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import LONGEST, Row, as_it_stands, read_rows, shown
from cohorts.intake.beside.words import serves_of
from cohorts.intake.table import Cell
from cohorts.intake.values.locate import locate, read_postcode
from cohorts.intake.values.sbi import read_sbi
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.coach import Coach, Serves
from cohorts.people.values import folded

NEEDED = ("coach", "capacity")
OPTIONAL = ("serves", "place", "postcode", "sbi", "sector", "company", "conflicts")
CAPACITY = re.compile(r"[1-9][0-9]{0,3}")
BETWEEN = re.compile(r"[;|\n]")
MARK = "\x1e"
"""Before the number of a coach as an applicant: no id of a file begins so."""
Value = TypeVar("Value")


def read_coaches(path: str | Path, applicants: Sequence[Applicant]) -> tuple[Coach, ...]:
    """``coach,capacity[,serves][,place][,postcode][,sbi][,sector][,company][,conflicts]``.

    ``conflicts``: ids, KvK numbers, companies or names, with ``;`` between; a company is all its
    people. Raises InputError with every bad row, and where there is nobody in it.
    """
    people = Directory(applicants)
    editions = {a.sbi_version for a in applicants if a.sbi}
    edition = next(iter(editions)) if len(editions) == 1 else None
    found: dict[tuple[str, Serves], Coach] = {}

    def read(row: Row, place: str) -> None:
        coach = _coach(row, place, len(found) + 1, people, edition)
        if found.setdefault((folded(coach.name), coach.serves), coach) is not coach:
            raise InputError(Problem("coaches.twice", place, {"given": shown(row["coach"])}))

    read_rows(path, NEEDED, read, OPTIONAL)
    if not found:
        raise InputError(Problem("coaches.nobody", Path(path).name))
    return tuple(found.values())


def _coach(row: Row, place: str, number: int, people: Directory, edition: str | None) -> Coach:
    """Raises InputError with all that is wrong in the row."""
    faults: list[Problem] = []

    def read(column: str, how: Callable[[Cell], Value], code: str) -> Value | None:
        """What stands there; None for nothing, and for what becomes a fault."""
        cell = row.get(column)
        if not as_it_stands(cell):
            return None
        try:
            return how(cell)
        except (Unreadable, ValueError):
            faults.append(Problem(code, place, {"given": shown(cell)}))
            return None

    name = as_it_stands(row["coach"])
    if not name:
        faults.append(Problem("coaches.name", place))
    room = as_it_stands(row["capacity"])
    if not CAPACITY.fullmatch(room):
        code = "coaches.capacity" if room else "coaches.capacity_absent"
        faults.append(Problem(code, place, {"given": room[:LONGEST], "coach": name}))
    serves = read("serves", lambda cell: _serves(as_it_stands(cell)), "coaches.serves")
    told: dict[str, Any] = {
        "postcode": read("postcode", lambda cell: read_postcode(cell)[0], "coaches.postcode"),
        "place": as_it_stands(row.get("place")) or None,
        "sbi": read("sbi", lambda cell: read_sbi(cell, edition)[0], "coaches.sbi"),
        "company": as_it_stands(row.get("company")) or None,
    }
    locate(told)
    if (told["place"] or told["postcode"]) and told.get("latitude") is None and not faults:
        given = {"given": told["place"] or told["postcode"]}
        faults.append(Problem("coaches.place", place, given))
    conflicts = _conflicts(row.get("conflicts"), place, people, faults)
    if faults:
        raise InputError(*faults)
    sector = as_it_stands(row.get("sector"))
    known = Applicant(
        id=ApplicantId(f"{MARK}{number}"),
        name=name,
        sbi_version=edition if told["sbi"] else None,
        extra={"sector": sector} if sector else {},
        **told,
    )
    return Coach(name, int(room), serves or Serves.PEOPLE, known, conflicts)


def _serves(text: str) -> Serves:
    """Raises ValueError for a word that says none of these."""
    found = serves_of(text)
    if found is None:
        raise ValueError(text)
    return Serves(found)


def _conflicts(
    cell: Cell, place: str, people: Directory, faults: list[Problem]
) -> frozenset[ApplicantId]:
    """Whom a coach cannot have; whoever is not found becomes a fault."""
    found: set[ApplicantId] = set()
    for one in BETWEEN.split(str("" if cell is None else cell)):
        if as_it_stands(one):
            try:
                found |= people.all_called(one, place)
            except InputError as error:
                faults += error.problems
    return frozenset(found)
