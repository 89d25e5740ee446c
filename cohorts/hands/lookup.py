"""Who and where somebody on a board means: by id and number of the group."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.round.round import Round


def row_of(round_: Round, person: str) -> int:
    """The row of somebody. Raises InputError."""
    row = round_.rows.get(ApplicantId(person))
    if row is None:
        raise InputError(Problem("board.person_unknown", "", {"person": person}))
    return row


def pair_of(round_: Round, a: str, b: str) -> tuple[int, int]:
    """The rows of two people. Raises InputError, also where they are one."""
    rows = row_of(round_, a), row_of(round_, b)
    if rows[0] == rows[1]:
        label = round_.applicants[rows[0]].label
        raise InputError(Problem("board.same_person", "", {"person": label}))
    return rows


def seat_of(round_: Round, group: int | None) -> int:
    """A group, numbered from 1, as the solver counts it; None: outside. Raises InputError."""
    groups = round_.groups
    if group is not None and not 1 <= group <= groups:
        raise InputError(Problem("board.group_unknown", "", {"group": group, "groups": groups}))
    return groups if group is None else group - 1
