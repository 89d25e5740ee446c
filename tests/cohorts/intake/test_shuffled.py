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
from typing import Any

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


def remarks(people: Applicants) -> Counter[str]:
    """Every remark by what it is about, not by where it stood."""
    found: Counter[str] = Counter()
    for one in people.report.remarks:
        told: dict[str, Any] = asdict(one) | {"row": one.row is not None}
        told["facts"] = {k: v for k, v in one.facts.items() if "row" not in k}
        found[str(told)] += 1
    return found


def groups(people: Applicants) -> Groups:
    """Who sits where."""
    return dict(compose(people, PROGRAMME, effort=Effort.QUICK, seed=3).composition.groups)


@cache
def as_it_was(first_column: int) -> tuple[Applicants, Counter[str], Groups]:
    people = read(list(range(len(TABLE))), list(range(first_column, len(HEADERS))))
    return people, remarks(people), groups(people)


def held(rows: Order, columns: Order, first_column: int) -> None:
    people, said, together = as_it_was(first_column)
    shuffled = read(rows, columns)
    assert list(shuffled) == list(people)
    assert remarks(shuffled) == said
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
