"""Reads the file of relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.intake.beside.words import kind_of, kinds_as_written
from cohorts.intake.table import Cell
from cohorts.intake.values.as_text import clean_text
from cohorts.intake.values.missing import is_missing
from cohorts.intake.values.picked import read_truth
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind, pair_of
from cohorts.round.remark import NotingRows, Remark

NEEDED = ("a", "b", "kind")
OPTIONAL = ("must", "note", "likely")
MOST_NAMED = 8
LET_GO = "intake.relation_let_go"
"""A remark that follows from the relations themselves."""


def read_relations(path: str | Path, applicants: Sequence[Applicant]) -> tuple[Relation, ...]:
    """``a,b,kind[,must][,note]`` by id, KvK number, company or name, in Dutch or English.

    Of suggestions (a column ``likely``) the likely ones count, as wishes. It may be empty. Raises
    InputError with every bad row: a pair of rivals that silently does not count is worse.
    """
    people = Directory(applicants)
    rows = read_rows(path, NEEDED, lambda row, place: _relation(row, people, place), OPTIONAL)
    relations = [relation for relation in rows if relation is not None]
    both = let_go(relations, people.called, Path(path).name)
    return NotingRows(relations, *rows.remarks, *both)


def let_go(
    relations: Sequence[Relation], called: Callable[[ApplicantId], str], file: str
) -> Iterator[Remark]:
    """One remark about all pairs of which one row is a must, and another says: none."""
    none = {pair_of(r.a, r.b) for r in relations if r.kind is RelationKind.NONE}
    musts = {pair_of(r.a, r.b) for r in relations if r.must and r.kind is not RelationKind.NONE}
    if both := sorted(none & musts):
        shown = tuple(" + ".join(map(called, pair)) for pair in both[:MOST_NAMED])
        yield Remark(LET_GO, facts={"pairs": shown, "file": file})


def _relation(row: Row, people: Directory, place: str) -> Relation | None:
    """None for a suggestion that is not likely. Raises InputError with all that is wrong in it."""
    faults: list[Problem] = []
    found: list[ApplicantId] = []
    for end in ("a", "b"):
        try:
            found.append(people.find(row[end], place))
        except InputError as error:
            faults += error.problems
    kind = kind_of(as_it_stands(row["kind"]))
    if kind is None:
        facts = {"given": shown(row["kind"]), "known": kinds_as_written()}
        faults.append(Problem("intake.relation_kind", place, facts))
    if len(found) > 1 and found[0] == found[1]:
        faults.append(Problem("intake.relation_self", place, {"person": found[0]}))
    must, likely = _truth(row.get("must"), place, faults), _truth(row.get("likely"), place, faults)
    if faults or kind is None:
        raise InputError(*faults)
    if "likely" in row and must is None:
        if not likely:
            return None
        must = False
    a, b = reversed(found) if kind[1] else found
    return Relation(a, b, kind[0], must, clean_text(row.get("note")))


def _truth(cell: Cell, place: str, faults: list[Problem]) -> bool | None:
    """Yes, no, or None where nothing is said; what is neither becomes a fault."""
    try:
        return None if is_missing(cell) else read_truth(cell)
    except Unreadable:
        faults.append(Problem("intake.relation_must", place, {"given": shown(cell)}))
        return None
