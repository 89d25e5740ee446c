"""Rows and columns of an export in any order: the same people, remarks and groups.

What may depend on order is left out: a second answer without a moment (the later row counts), and
two columns for one field (the later column is the question on the form).
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.composing.compose import compose
from cohorts.intake import Applicants, read_applicants
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from solver.solution import Effort

TEXT = Path(__file__).with_name("shuffled.csv").read_text(encoding="utf-8")
HEADERS, *TABLE = csv.reader(io.StringIO(TEXT))
PROGRAMME = Programme.model_validate(
    {
        "schema_version": 1,
        "name": "schudden",
        "title": {"nl": "Schudden", "en": "Shuffling"},
        "groups": {"size": [3, 3], "target": 3, "places": "everyone"},
        "rules": [
            {"rule": "comparable", "field": "fte", "scale": "log"},
            {"rule": "at_most", "field": "Branche", "most": 1, "level": "must"},
        ],
    }
)
Order = list[int]
ROWS = ("kept", "left")
"""Facts that are numbers of rows."""
Groups = dict[int, tuple[Applicant, ...]]


def read(rows: Order, columns: Order) -> Applicants:
    """The table with its rows and columns in that order; a column that is not named is left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([HEADERS[c] for c in columns])
            writer.writerows([TABLE[r][c] for c in columns] for r in rows)
        return read_applicants(path)


def remarks(people: Applicants, rows: Order) -> Counter[str]:
    """Every remark, with the rows it names called by their place in the table as it was."""
    found: Counter[str] = Counter()
    for one in people.report.remarks:
        told = asdict(one) | {"row": one.row and rows[one.row - 2]}
        told["facts"] = {k: _row(v, rows) if k in ROWS else v for k, v in one.facts.items()}
        found[str(told)] += 1
    return found


def _row(number: object, rows: Order) -> int:
    """The number of a row, counted from the headers, as a place in the table."""
    return rows[int(str(number)) - 2]


def groups(people: Applicants) -> Groups:
    """Who sits where."""
    return dict(compose(people, PROGRAMME, effort=Effort.QUICK, seed=3).composition.groups)


@cache
def as_it_was(first_column: int) -> tuple[Applicants, Counter[str], Groups]:
    rows = list(range(len(TABLE)))
    people = read(rows, list(range(first_column, len(HEADERS))))
    return people, remarks(people, rows), groups(people)


def held(rows: Order, columns: Order, first_column: int) -> None:
    people, said, together = as_it_was(first_column)
    shuffled = read(rows, columns)
    assert list(shuffled) == list(people)
    assert remarks(shuffled, rows) == said
    assert groups(shuffled) == together


def orders(first_column: int) -> st.SearchStrategy[tuple[Order, Order]]:
    columns = st.permutations(range(first_column, len(HEADERS)))
    return st.tuples(st.permutations(range(len(TABLE))), columns)


@settings(max_examples=12, deadline=None)
@given(orders(0))
def test_with_ids_of_their_own(order: tuple[Order, Order]) -> None:
    held(*order, first_column=0)


@settings(max_examples=12, deadline=None)
@given(orders(1))
def test_with_ids_that_are_made(order: tuple[Order, Order]) -> None:
    held(*order, first_column=1)


def test_there_is_something_to_keep() -> None:
    """Nine people of ten rows, remarks of several kinds, and groups that the order could change."""
    people, said, together = as_it_was(0)
    assert len(people) == 9
    assert len({r.code for r in people.report.remarks}) >= 3
    assert said.total() >= 4
    assert len(together) == 3
