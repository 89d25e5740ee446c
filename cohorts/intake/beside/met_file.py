"""Reads who met before: an earlier plan of tables, or relations of the kind ``met``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.previous_file import Earlier
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.intake.beside.words import columns_named
from cohorts.intake.files.any_file import read_table
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.round.remark import NotingRows, Remark, noticed

AT_TABLES = ("session", "table", "applicant_id")
MOST_NAMED = 8


def read_met(path: str | Path, applicants: Sequence[Applicant]) -> NotingRows[Pair]:
    """The pairs (ids ascending), in order: who shared a table, or has a row of the kind ``met``.

    Of an earlier ``rotation.csv`` people who no longer apply are passed over, and found as in an
    earlier ``groups.csv``. Raises InputError with every bad row, and where nobody in it met.
    """
    file = Path(path).name
    headers = read_table(path, may_be_empty=True).headers
    if len(columns_named(headers, AT_TABLES[:2])) < len(AT_TABLES[:2]):
        relations = read_relations(path, applicants)
        found = {pair_of(r.a, r.b) for r in relations if r.kind is RelationKind.MET}
        if relations and not found:
            raise InputError(Problem("rotation.nobody_met", file))
        return NotingRows(sorted(found), *noticed(relations))
    return _at_tables(path, applicants, file)


def _at_tables(path: str | Path, applicants: Sequence[Applicant], file: str) -> NotingRows[Pair]:
    people = Earlier(applicants)
    tables: dict[tuple[str, str], set[ApplicantId]] = {}
    seat: dict[tuple[str, ApplicantId], str] = {}
    strangers: dict[str, None] = {}

    def read(row: Row, place: str) -> None:
        session, table = as_it_stands(row["session"]), as_it_stands(row["table"])
        if not (session and table):
            raise InputError(Problem("rotation.met_table", place))
        person = people.who(row)
        if person is None:
            strangers[shown(row["applicant_id"])] = None
            return
        if seat.setdefault((session, person), table) != table:
            raise InputError(Problem("intake.person_twice", place, {"person": person}))
        tables.setdefault((session, table), set()).add(person)

    rows = read_rows(path, AT_TABLES, read, ("company", "name"))
    found = {pair for who in tables.values() for pair in combinations(sorted(who), 2)}
    if rows and not found:
        raise InputError(Problem("rotation.nobody_met", file))
    return NotingRows(sorted(found), *rows.remarks, *_gone(list(strangers)))


def _gone(strangers: Sequence[str]) -> Iterator[Remark]:
    """One remark about all who sat at those tables and do not apply now."""
    if strangers:
        facts = {"count": len(strangers), "people": tuple(strangers[:MOST_NAMED])}
        yield Remark("rotation.met_gone", facts=facts)
