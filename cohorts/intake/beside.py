"""The files beside the applicants: relations, merit, an earlier composition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cohorts.applicant import Applicant, ApplicantId
from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import Applicants
from cohorts.intake.choices import read_truth
from cohorts.intake.files import read_table
from cohorts.intake.missing import is_missing
from cohorts.intake.numbers import Style, read_amount
from cohorts.intake.read_row import clean_line, clean_text
from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell, Table
from cohorts.relations import Relation, RelationKind

Row = dict[str, Cell]


def read_relations(path: str | Path, applicants: Sequence[Applicant]) -> tuple[Relation, ...]:
    """``a,b,kind[,must][,note]``, by id or KvK number. Raises InputError with every bad row."""
    table, rows = _rows(path, ("a", "b", "kind"))
    people = _Directory(applicants)
    faults: list[Problem] = []
    relations = []
    for number, row in rows:
        place = f"{table.file}:{number}"
        try:
            relation = _relation(row, people, place)
        except InputError as error:
            faults += error.problems
        else:
            relations.append(relation)
    if faults:
        raise InputError(*faults)
    return tuple(relations)


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
    """``applicant_id,merit`` (≥ 0, at most 3 decimals counted), in thousandths.

    Raises InputError for someone missing, unknown or below zero.
    """
    table, rows = _rows(path, ("applicant_id", "merit"))
    people = _Directory(applicants)
    merit: dict[ApplicantId, int] = {}
    for number, row in rows:
        place = f"{table.file}:{number}"
        person = people.find(row["applicant_id"], place)
        try:
            value = read_amount(row["merit"], Style.ENGLISH).value
        except Unreadable:
            value = -1.0
        if is_missing(row["merit"]) or value < 0:
            facts = {"given": clean_text(row["merit"])}
            raise InputError(Problem("intake.merit_value", place, facts))
        merit[person] = round(value * 1000)
    absent = [a.id for a in applicants if a.id not in merit]
    if absent:
        raise InputError(Problem("intake.merit_absent", table.file, {"people": tuple(absent[:20])}))
    return merit


def read_previous(path: str | Path, applicants: Sequence[Applicant]) -> Mapping[ApplicantId, int]:
    """An earlier ``groups.csv``; people who no longer apply are passed over. Raises InputError."""
    table, rows = _rows(path, ("group", "applicant_id"))
    ids = {a.id for a in applicants}
    previous = {}
    for number, row in rows:
        person = ApplicantId(clean_line(row["applicant_id"]))
        try:
            group = int(clean_text(row["group"]))
        except ValueError:
            group = 0
        if group < 1:
            facts = {"given": clean_text(row["group"])}
            raise InputError(Problem("intake.previous_group", f"{table.file}:{number}", facts))
        if person in ids:
            previous[person] = group
    return previous


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

    def find(self, cell: Cell, place: str) -> ApplicantId:
        given = clean_line(cell)
        by_kvk = self._kvk.get(given.zfill(8), []) if given.isdecimal() else []
        found = {*by_kvk, *([self._ids[given]] if given in self._ids else [])}
        if len(found) == 1:
            return found.pop()
        code = "intake.person_ambiguous" if found else "intake.person_unknown"
        raise InputError(Problem(code, place, {"given": given}))


def _last(person: ApplicantId, aliases: Mapping[ApplicantId, ApplicantId]) -> ApplicantId:
    """The id of the latest answer of somebody who answered more than twice."""
    while person in aliases:
        person = aliases[person]
    return person


def _rows(path: str | Path, needed: tuple[str, ...]) -> tuple[Table, list[tuple[int, Row]]]:
    table = read_table(path)
    headers = [h.lower() for h in table.headers]
    absent = [name for name in needed if name not in headers]
    if absent:
        facts = {"absent": tuple(absent), "headers": table.headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    return table, [(n, dict(zip(headers, cells, strict=True))) for n, cells in table.rows]
