"""Which rows are one person, and which of their answers counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from cohorts.errors import InputError, Problem
from cohorts.intake.added import says_nothing
from cohorts.intake.read_row import MADE
from cohorts.intake.report import Merged
from cohorts.people.applicant import Applicant, ApplicantId

Row = tuple[int, Applicant]


def says_something(applicant: Applicant) -> bool:
    """Anything beside an id, the moment of sending in and what a form adds of itself."""
    silent = {"id", "submitted", "extra"}
    said = (getattr(applicant, f.name) for f in fields(applicant) if f.name not in silent)
    own = any(not says_nothing(header) for header in applicant.extra)
    return own or any(value not in (None, ()) for value in said)


def numbered(rows: Sequence[Row]) -> list[Row]:
    """Ids that were made of equal rows get a number, where nothing tells who the rows are of."""
    seen: dict[ApplicantId, int] = {}
    told = []
    for row, applicant in rows:
        made = MADE.fullmatch(applicant.id) and _person(applicant) is None
        number = seen[applicant.id] = seen.get(applicant.id, 0) + 1
        own = f"{applicant.id}-{number}" if made and number > 1 else applicant.id
        told.append((row, replace(applicant, id=ApplicantId(own))))
    return told


def check_ids(rows: Sequence[Row], file: str) -> None:
    """Raises InputError where two rows carry the same id; a made one is of the same answer."""
    seen: dict[str, int] = {}
    twice = []
    for row, applicant in rows:
        if applicant.id in seen and not MADE.fullmatch(applicant.id):
            twice.append(f"{applicant.id} ({seen[applicant.id]}, {row})")
        seen.setdefault(applicant.id, row)
    if twice:
        raise InputError(Problem("intake.same_id", file, {"ids": tuple(twice[:10])}))


def latest(rows: Sequence[Row]) -> tuple[list[Applicant], list[Merged]]:
    """Of each person the latest answer: by the moment of sending in, else by row."""
    found: dict[object, Row] = {}
    merged = []
    for row, applicant in sorted(rows, key=lambda pair: (pair[1].submitted or "", pair[0])):
        person = _person(applicant) or row
        if person in found:
            left, before = found[person]
            merged.append(Merged(applicant.label, row, left, applicant.id, before.id))
        found[person] = (row, applicant)
    return [applicant for _, applicant in found.values()], merged


def _person(applicant: Applicant) -> tuple[str, ...] | None:
    """What tells that two rows are one person: e-mail address, company number and name, or all."""
    if applicant.email:
        return (applicant.email.lower(),)
    if applicant.kvk and applicant.name:
        return (applicant.kvk, applicant.name.lower())
    if MADE.fullmatch(applicant.id) and (applicant.name or applicant.company):
        return (applicant.id,)
    return None
