"""What is written is written whole, in a place that was looked at before."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.intake.whole import write_whole
from tests.cohorts.cli.run import Run

PEOPLE = "id;bedrijf;fte\n1;Bakkerij;3\n2;Smederij;4\n"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_the_export_is_never_overwritten(people: Path, run: Run) -> None:
    for option in ("--out", "--save-map"):
        ran = run("intake", people, option, people.parent / "." / people.name, "--json")
        assert (ran.code, ran.error["code"]) == (2, "intake.over_itself")
        assert people.read_text("utf-8") == PEOPLE


def test_two_files_or_none(people: Path, run: Run) -> None:
    clean, map_ = people.parent / "clean.csv", people.parent / "none" / "map.toml"
    clean.write_text("before", encoding="utf-8")
    ran = run("intake", people, "--out", clean, "--save-map", map_, "--json")
    assert (ran.code, ran.error["code"]) == (2, "compose.cannot_write")
    assert "map.toml" in ran.error["place"]
    assert clean.read_text("utf-8") == "before"
    assert sorted(p.name for p in people.parent.iterdir()) == ["clean.csv", "people.csv"]
    assert run("intake", people, "--out", clean).code == 0
    assert clean.read_text("utf-8").startswith("id,")


def test_nothing_stays_beside_what_could_not_be_moved(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole({tmp_path / "a": "x", tmp_path / "folder": "y"})
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_a_folder_that_is_a_file_is_told_before_anything_is_composed(
    people: Path, run: Run
) -> None:
    for out in (people, people / "below" / "it"):
        ran = run("compose", people, "--programme", "businessversneller", "--out", out, "--json")
        assert (ran.code, ran.error["code"]) == (2, "compose.no_folder")
        assert "people.csv" in ran.error["fault"]
        assert ran.err == ""
