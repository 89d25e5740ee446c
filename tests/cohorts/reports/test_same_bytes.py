"""The same input gives the same documents, whatever order names come out of a set in."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.same_bytes import COMMANDS, SURROUNDINGS, all_answers, answers, differing, people

ROOT = Path(__file__).parents[3]
KINDS = ROOT / "tests" / "cohorts" / "intake" / "kinds" / "I4"
SAMPLE = ROOT / "sample_data" / "overijssel"
GIVEN: dict[str, list[str | Path]] = {
    "many-remarks": [
        KINDS / "many-remarks.csv",
        *("--programme", KINDS / "many-remarks.programme.toml"),
    ],
    "sample": [
        SAMPLE / "aanmeldingen.xlsx",
        *("--programme", "businessversneller", "--relations", SAMPLE / "relations.csv"),
    ],
}
OF_ALL = ("--out", "out", "--for", "everyone", "--effort", "quick", "--on", "2026-09-01")
AROUND = [{**SURROUNDINGS[n], "PYTHONHASHSEED": seed} for n, seed in enumerate(("1", "2026"))]


@pytest.mark.parametrize("name", list(GIVEN))
def test_two_runs_say_and_write_the_same(name: str, tmp_path: Path) -> None:
    both = []
    for number, around in enumerate(AROUND):
        folder = tmp_path / str(number)
        folder.mkdir()
        both.append(answers(folder, ["compose", *map(str, GIVEN[name]), *OF_ALL], around))
    one, other = both
    assert one["code"] == b"0", one
    assert {"out", "out/report.html", "out/proposal.json", "out/proposal.xlsx"} <= one.keys()
    assert differing(one, other) == []


def test_other_names_and_equal_people_say_the_same() -> None:
    """Hostile names, people without ids, cells that cannot be read, and somebody who waits."""
    asked = {name: COMMANDS[name] for name in ("intake", "compose")}
    one, other = (all_answers(people(0), around, asked) for around in AROUND)
    assert one["compose"]["code"] == b"0", one["compose"]
    assert {name: differing(one[name], other[name]) for name in asked} == {
        "intake": [],
        "compose": [],
    }
