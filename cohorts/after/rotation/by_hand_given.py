"""How an organiser writes who is absent and who stays at a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import ApplicantId

SESSIONS = re.compile(r"[1-9]\d{0,3}(?:\s*,\s*[1-9]\d{0,3})*")
TABLE = re.compile(r"[1-9]\d{0,3}")


def absences(given: Sequence[str], people: Directory) -> dict[ApplicantId, frozenset[int]]:
    """``ID=SESSION[,SESSION]`` each, as person → sessions. Raises InputError with every fault."""
    found: dict[ApplicantId, frozenset[int]] = {}
    faults: list[Problem] = []
    for text in given:
        who, sign, sessions = (part.strip() for part in text.rpartition("="))
        if not (sign and who and SESSIONS.fullmatch(sessions)):
            faults.append(Problem("rotation.absent", "--absent", {"given": text}))
            continue
        try:
            person = people.find(who, "--absent")
        except InputError as error:
            faults += error.problems
            continue
        numbers = frozenset(int(number) for number in sessions.split(","))
        found[person] = found.get(person, frozenset()) | numbers
    if faults:
        raise InputError(*faults)
    return found


def hosts(given: Sequence[str], people: Directory) -> dict[ApplicantId, int]:
    """``ID=TABLE`` each, as person → table. Raises InputError with every fault."""
    found: dict[ApplicantId, int] = {}
    faults: list[Problem] = []
    for text in given:
        who, sign, table = (part.strip() for part in text.rpartition("="))
        if not (sign and who and TABLE.fullmatch(table)):
            faults.append(Problem("rotation.host", "--host", {"given": text}))
            continue
        try:
            person = people.find(who, "--host")
        except InputError as error:
            faults += error.problems
            continue
        if found.setdefault(person, int(table)) != int(table):
            facts = {"person": people.called(person), "tables": (str(found[person]), table)}
            faults.append(Problem("rotation.host_twice", "--host", facts))
    if faults:
        raise InputError(*faults)
    return found
