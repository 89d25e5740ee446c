"""``cohorts rotation`` from a file to its three files, and what it refuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
NINE = (
    EXAMPLES / "people.csv",
    *("--programme", EXAMPLES / "programme.toml"),
    *("--relations", EXAMPLES / "relations.csv"),
    *("--effort", "quick"),
)
THREE = ("--sessions", "2", "--tables", "3")


def test_two_evenings_with_the_first_met(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    first = run("rotation", *NINE, *THREE, "--out", one, "--language", "en")
    assert first.code == 0
    assert "Nobody meets anybody twice." in first.out
    assert sorted(p.name for p in one.iterdir()) == [
        "rotation.csv", "rotation.html", "rotation.json",
    ]  # fmt: skip
    met = ("--met", one / "rotation.csv")
    again = ("--sessions", "1", "--tables", "3", *met, "--out", other)
    ran = run("rotation", *NINE, *again, "--language", "nl")
    assert "Niemand zit bij iemand van een eerdere keer." in ran.out
    assert not pairs(one / "rotation.csv") & pairs(other / "rotation.csv")
    assert ("c1", "c2") not in pairs(one / "rotation.csv") | pairs(other / "rotation.csv")


def pairs(file: Path) -> set[tuple[str, str]]:
    tables: dict[tuple[str, str], list[str]] = {}
    with file.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            tables.setdefault((row["session"], row["table"]), []).append(row["applicant_id"])
    return {(a, b) for who in tables.values() for a in who for b in who if a < b}


def test_the_same_input_gives_the_same(run: Run) -> None:
    asked = ("rotation", *NINE, *THREE, "--spread", "fte", "--seed", "4", "--json")
    one, other = run(*asked), run(*asked)
    assert one.out == other.out
    assert json.loads(one.out)["seed"] == 4


@pytest.mark.parametrize(
    ("asked", "code", "place"),
    [
        (("--sessions", "0", "--tables", "3"), 2, "--sessions"),
        ((*THREE, "--host", "a1"), 2, "--host"),
        ((*THREE, "--host", "a1=1", "--host", "a1=2"), 2, "--host"),
        ((*THREE, "--absent", "a1=x"), 2, "--absent"),
        ((*THREE, "--absent", "nobody=1"), 2, "--absent"),
        ((*THREE, "--spread", "shoes"), 2, "--spread"),
        ((*THREE, "--met", "no.csv"), 2, "no.csv"),
        ((*THREE, "--plan", "no.toml"), 2, "no.toml"),
        ((*THREE, "--size", "0"), 2, "--size"),
        (("--sessions", "2", "--tables", "3", "--host", "c1=1", "--host", "c2=1"), 3, ""),
    ],
)
def test_what_cannot_be_ends_with_its_code(
    asked: tuple[str, ...], code: int, place: str, run: Run
) -> None:
    ran = run("rotation", *NINE, *asked, "--json")
    assert ran.code == code
    assert ran.error["place"].endswith(place)
    assert ran.error["remedy"]
