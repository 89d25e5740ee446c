"""Reads the buddies of an earlier round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.previous_file import Earlier
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, pair_of

NEEDED = ("applicant_id", "buddy_of_id")
OPTIONAL = ("company", "name", "buddy_of_company", "buddy_of_name")
MOST_NAMED = 8


@dataclass(frozen=True)
class EarlierBuddies:
    """``pairs``: who were buddies; ``was_out``: who had none, and how often the file says so."""

    pairs: tuple[Pair, ...] = ()
    was_out: Mapping[ApplicantId, int] | None = None


def read_earlier_buddies(path: str | Path, applicants: Sequence[Applicant]) -> EarlierBuddies:
    """An earlier ``buddies.csv``; people who are not in this round are passed over.

    Somebody is found as in an earlier ``groups.csv``. Raises InputError where a column is absent,
    somebody is their own buddy, or nobody in it is of this round: then it is another round's.
    """
    people = Earlier(applicants)
    pairs: dict[Pair, None] = {}
    out: dict[ApplicantId, int] = {}
    strangers: list[str] = []

    def read(row: Row, place: str) -> None:
        one = people.who(row)
        if not as_it_stands(row["buddy_of_id"]):
            if one is not None:
                out[one] = out.get(one, 0) + 1
            return
        other = people.who(_other(row))
        if one is None or other is None:
            strangers.append(shown(row["applicant_id"]))
        elif one == other:
            raise InputError(Problem("intake.relation_self", place, {"person": one}))
        else:
            pairs[pair_of(one, other)] = None

    read_rows(path, NEEDED, read, OPTIONAL)
    if strangers and not pairs and not out:
        facts = {"people": tuple(strangers[:MOST_NAMED]), "count": len(strangers)}
        raise InputError(Problem("buddies.earlier_strangers", Path(path).name, facts))
    return EarlierBuddies(tuple(sorted(pairs)), out)


def _other(row: Row) -> Row:
    """The buddy of the row, as a row of their own."""
    return {
        "applicant_id": row["buddy_of_id"],
        "company": row.get("buddy_of_company"),
        "name": row.get("buddy_of_name"),
    }
