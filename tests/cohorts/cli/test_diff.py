"""Two proposals beside each other from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
ASKED = ("--programme", EXAMPLES / "programme.toml", "--relations", EXAMPLES / "relations.csv")


@pytest.fixture
def two(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Proposals of the first nine, and of the nine in which thatcher d1 took b3's place."""
    for name in ("people", "later"):
        out = ("--language", "en", "--out", tmp_path / name)
        assert run("compose", EXAMPLES / f"{name}.csv", *ASKED, *out).code == 0
    return tmp_path / "people", tmp_path / "later"


def test_what_differs_in_words_and_for_machines(two: tuple[Path, Path], run: Run) -> None:
    before, after = two
    ran = run("diff", before / "proposal.json", after / "proposal.json", "--language", "en")
    assert ran.code == 0, ran.err
    assert "Comes in (1):\n  Rietdekker Landzicht: group 3" in ran.out
    assert "No longer takes part (1):\n  Schildersbedrijf Okerhof: was in group 3" in ran.out
    assert "What got better" in ran.out
    told = json.loads(run("diff", before / "groups.csv", after / "groups.csv", "--json").out)
    assert [seat["person"] for seat in told["new"]] == ["d1"]
    assert [seat["person"] for seat in told["gone"]] == ["b3"]
    assert told["rules"] == []


def test_nothing_differs(two: tuple[Path, Path], run: Run) -> None:
    file = two[0] / "proposal.json"
    ran = run("diff", file, file, EXAMPLES / "people.csv", "--language", "nl")
    assert ran.out.splitlines() == [
        "Iedereen zit met dezelfde mensen als eerst.",
        "Alle regels zijn even goed gelukt als eerst.",
    ]


def test_a_file_that_holds_no_groups(two: tuple[Path, Path], run: Run, tmp_path: Path) -> None:
    file = two[0] / "groups.csv"
    ran = run("diff", file, EXAMPLES / "people.csv", "--json")
    assert (ran.code, ran.error["code"]) == (2, "intake.columns_absent")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("group,applicant_id\nnul,a1\n", encoding="utf-8")
    ran = run("diff", file, wrong, "--json")
    assert (ran.code, ran.error["code"]) == (2, "intake.previous_group")
