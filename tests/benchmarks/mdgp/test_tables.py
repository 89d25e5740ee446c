"""The table by class: which files are taken, and what a row says of their gaps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.mdgp import tables
from benchmarks.mdgp.tables import Class, class_of, files_of, row_of


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Geo_n120_ds_03.txt.gz", Class("Geo", 120, "ds")),
        ("RanReal_n480_ss_01.txt", Class("RanReal", 480, "ss")),
        ("published_tpsdp.csv", None),
        ("other.txt", None),
    ],
)
def test_a_name_says_the_class(name: str, of: Class | None) -> None:
    assert class_of(Path(name)) == of


def test_only_files_of_the_table_with_a_published_value_are_taken(tmp_path: Path) -> None:
    names = ["Geo_n120_ds_01", "Geo_n120_ds_02", "Geo_n120_ss_01", "Geo_n060_ss_01"]
    for name in names:
        (tmp_path / f"{name}.txt").touch()
    found = files_of(tmp_path, [name for name in names if name != "Geo_n120_ds_02"])
    assert {str(of): [p.stem for p in paths] for of, paths in found.items()} == {
        "Geo n=120 ds": ["Geo_n120_ds_01"],
        "Geo n=120 ss": ["Geo_n120_ss_01"],
    }


def test_a_row_states_the_median_over_files_and_seeds() -> None:
    records = [
        {"instance": name, "gap_percent": gap}
        for name, gap in [("a", 0.5), ("a", -0.1), ("b", 0.2), ("b", 0.1), ("b", -0.3)]
    ]
    row = row_of(Class("Geo", 240, "ss"), records)
    assert (row["files"], row["runs"], row["median"]) == (2, 5, 0.1)
    assert (row["least"], row["most"], row["target"]) == (-0.3, 0.5, -0.02)


def test_no_file_makes_an_empty_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "in_own_process", lambda _run: None)
    (tmp_path / "published_tpsdp.csv").write_text("instance,best\nGeo_n120_ds_01,1\n", "utf-8")
    assert tables.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.split() == list(tables.WIDTHS)
    (tmp_path / "published_tpsdp.csv").write_text("instance,best\nGeo_n120_ds_01,x\n", "utf-8")
    assert tables.main([str(tmp_path), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["place"].endswith("line 2")
