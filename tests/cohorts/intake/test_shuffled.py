"""Rows and columns of an export in any order: the same people, remarks and groups.

What may depend on order is left out: a second answer without a moment (the later row counts), and
two columns for one field (the later column is the question on the form).
"""

from __future__ import annotations

import csv
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
from cohorts.programme.programme import Programme
from solver.solution import Effort

HEADERS = (
    *("Nr", "Tijdstempel", "Wat is uw naam?", "Bedrijfsnaam", "KvK nummer", "Wat is uw e-mailadres?"),
    *("Plaats", "Hoeveel medewerkers heeft u?", "Wat was uw omzet vorig jaar?"),
    *("Welke thema's spreken u aan?", "Met welk vraagstuk worstelt u?", "Branche"),
    *("Gaat u akkoord met de voorwaarden?",),
)  # fmt: skip
ROWS = (
    "k1|5-9-2026 9:01|Joke Alders|Bakkerij Lindehof|61000010|joke@lindehof.test|Deventer|6|€ 250.000|Export;Groei;|nachtploeg vinden|bakker|Ja",
    "k2|5-9-2026 9:02|Bert Vosman|Metaal Vosman|6100017|bert@vosman.test|Zwolle|ca. 4|1,2 mln|Groei;|offertes blijven liggen|metaal|Ja",
    "k3|5-9-2026 9:03|Ilse Tempert|Kapsalon Zilver|61000024|ilse@zilver.test|Raalte|veel|n.v.t.|Personeel;|prijzen kloppen niet|kapper|Nee",
    "k4|14-9-2026 9:04|Omar Bazuin|Drukwerk Palinck|61000031|omar@palinck.test|Ommen|10 - 24|€ 900k|Groei;Personeel;|prijzen verhogen|druk|Ja",
    "k5|5-9-2026 9:05|Wim Rietman|Hovenier Groen|61000038|info@groen.test|Almelo|12|onbekend|Export;|personeel in het voorjaar|groen|misschien",
    "k6|5-9-2026 9:06|Nadia Okkema|Schilder Oker|61000045|nadia@oker.test|Nergenshuizen|17|€ 2.000.000,-|Personeel;|personeel vasthouden|bouw|Ja",
    "k7|5-9-2026 9:07|Gerda Stegers|Staal Stegers|61000052|gerda@stegers.test|Hengelo|45|8 mln|Opvolging;|bedrijf overdragen|metaal|Ja",
    "k8|5-9-2026 9:08|Henk Lammers|Transport Lammers|6.1e7|henk@lammers.test|Enschede|60|9 mln|Opvolging;Export;|planning|transport|Ja",
    "k9|5-9-2026 9:09|Tineke Prins|Zuivel Ooster|61000066|tineke@ooster.test|Borne|52|€ 7.500.000|Opvolging;|bedrijf overdragen|zuivel|Ja",
    "k10|15-9-2026 9:10|Joke Alders|Bakkerij Lindehof|61000010|joke@lindehof.test|Deventer|7|€ 260.000|Export;|nachtploeg vinden|bakker|Ja",
)  # fmt: skip
TABLE = tuple(tuple(row.split("|")) for row in ROWS)
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


def groups(people: Applicants) -> set[frozenset[str]]:
    """Who sits with whom, by company."""
    proposal = compose(people, PROGRAMME, effort=Effort.QUICK, seed=3)
    named = {a.id: str(a.company) for a in people}
    return {frozenset(named[p] for p in group.members) for group in proposal.groups}


@cache
def as_it_was(first_column: int) -> tuple[Applicants, Counter[str], set[frozenset[str]]]:
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
