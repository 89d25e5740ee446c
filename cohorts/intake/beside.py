"""The files beside the applicants: relations, merit, an earlier composition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import Applicants
from cohorts.intake.files import read_table
from cohorts.intake.missing import is_missing
from cohorts.intake.number_style import Style
from cohorts.intake.numbers import Amount, read_amount
from cohorts.intake.picked import read_truth
from cohorts.intake.read_row import clean_line, clean_text
from cohorts.intake.table import Cell
from cohorts.intake.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind

Row = dict[str, Cell]
T = TypeVar("T")
MOST_POINTS = 1_000_000_000


def read_relations(path: str | Path, applicants: Sequence[Applicant]) -> tuple[Relation, ...]:
    """``a,b,kind[,must][,note]``, by id or KvK number; it may be empty.

    Raises InputError with every bad row.
    """
    people = _Directory(applicants)
    return tuple(_read(path, ("a", "b", "kind"), lambda row, place: _relation(row, people, place)))


def _relation(row: Row, people: _Directory, place: str) -> Relation:
    a, b = people.find(row["a"], place), people.find(row["b"], place)
    if a == b:
        raise InputError(Problem("intake.relation_self", place, {"person": a}))
    try:
        kind = RelationKind(clean_text(row["kind"]).lower())
    except ValueError:
        facts = {"given": clean_text(row["kind"]), "known": tuple(RelationKind)}
        raise InputError(Problem("intake.relation_kind", place, facts)) from None
    must = row.get("must")
    try:
        hard = None if is_missing(must) else read_truth(must)
    except Unreadable:
        raise InputError(
            Problem("intake.relation_must", place, {"given": clean_text(must)})
        ) from None
    return Relation(a, b, kind, hard, clean_text(row.get("note")))


def read_merit(path: str | Path, applicants: Sequence[Applicant]) -> Mapping[ApplicantId, int]:
    """``applicant_id,merit`` (0 to a billion, at most 3 decimals counted), in thousandths.

    Raises InputError with every bad row, and for someone who is missing or stands there twice.
    """
    people = _Directory(applicants)
    merit: dict[ApplicantId, int] = {}

    def read(row: Row, place: str) -> None:
        person = people.find(row["applicant_id"], place)
        if person in merit:
            raise InputError(Problem("intake.person_twice", place, {"person": person}))
        merit[person] = _points(row["merit"], place)

    _read(path, ("applicant_id", "merit"), read)
    absent = [a.id for a in applicants if a.id not in merit]
    if absent:
        place = Path(path).name
        raise InputError(Problem("intake.merit_absent", place, {"people": tuple(absent[:20])}))
    return merit


def _points(cell: Cell, place: str) -> int:
    """One number, with a point or a comma before its decimals, in thousandths."""
    style = Style.DUTCH if "," in str(cell) and "." not in str(cell) else Style.ENGLISH
    try:
        amount = read_amount("" if cell is None else cell, style)
    except Unreadable:
        amount = Amount(-1, -1, -1)
    if not amount.low == amount.high == amount.value or not 0 <= amount.value <= MOST_POINTS:
        raise InputError(Problem("intake.merit_value", place, {"given": _seen(cell)}))
    return round(amount.value * 1000)


def read_previous(path: str | Path, applicants: Sequence[Applicant]) -> Mapping[ApplicantId, int]:
    """An earlier ``groups.csv``; people who no longer apply are passed over.

    Raises InputError with every bad row, and where nobody in it applies: that is another round's.
    """
    people = _Directory(applicants)
    previous: dict[ApplicantId, int] = {}
    strangers = []

    def read(row: Row, place: str) -> None:
        given, group = clean_line(row["applicant_id"]), clean_text(row["group"])
        if not re.fullmatch(r"[1-9][0-9]{0,5}", group):
            facts = {"given": _seen(row["group"])}
            raise InputError(Problem("intake.previous_group", place, facts))
        person = people.by_id(given)
        if person is None:
            strangers.append(given)
        elif previous.setdefault(person, int(group)) != int(group):
            raise InputError(Problem("intake.person_twice", place, {"person": person}))

    _read(path, ("group", "applicant_id"), read)
    if strangers and not previous:
        facts = {"people": tuple(strangers[:5])}
        raise InputError(Problem("intake.previous_strangers", Path(path).name, facts))
    return previous


def _read(path: str | Path, needed: tuple[str, ...], read: Callable[[Row, str], T]) -> list[T]:
    """What ``read`` makes of each row. Raises InputError with the problems of every row."""
    table = read_table(path, may_be_empty=True)
    headers = [h.lower() for h in table.headers]
    absent = [name for name in needed if name not in headers]
    if absent:
        facts = {"absent": tuple(absent), "headers": table.headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    found: list[T] = []
    faults: list[Problem] = []
    for number, cells in table.rows:
        try:
            row = dict(zip(headers, cells, strict=True))
            found.append(read(row, f"{table.file}:{number}"))
        except InputError as error:
            faults += error.problems
    if faults:
        raise InputError(*faults)
    return found


def _seen(cell: Cell) -> str:
    """A cell as it stands there, also where it says that nothing is known."""
    return " ".join(str("" if cell is None else cell).split())[:80]


class _Directory:
    """Finds people by id (also of an answer they replaced) or KvK number."""

    def __init__(self, applicants: Sequence[Applicant]) -> None:
        self._ids = {str(a.id): a.id for a in applicants}
        if isinstance(applicants, Applicants):
            for left, kept in applicants.aliases.items():
                self._ids.setdefault(str(left), _last(kept, applicants.aliases))
        self._kvk: dict[str, list[ApplicantId]] = {}
        for a in applicants:
            if a.kvk:
                self._kvk.setdefault(a.kvk, []).append(a.id)

    def by_id(self, given: str) -> ApplicantId | None:
        """Whose id this is, or None."""
        return self._ids.get(given)

    def find(self, cell: Cell, place: str) -> ApplicantId:
        """Whose id or KvK number this is. Raises InputError."""
        given = clean_line(cell)
        by_kvk = self._kvk.get(given.zfill(8), []) if given.isdecimal() else []
        found = {*by_kvk, *([self._ids[given]] if given in self._ids else [])}
        if len(found) == 1:
            return found.pop()
        code = "intake.person_ambiguous" if found else "intake.person_unknown"
        raise InputError(Problem(code, place, {"given": given or _seen(cell)}))


def _last(person: ApplicantId, aliases: Mapping[ApplicantId, ApplicantId]) -> ApplicantId:
    """The id of the latest answer of somebody who answered more than twice."""
    while person in aliases:
        person = aliases[person]
    return person
