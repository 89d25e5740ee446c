"""What the rotation benchmark sets beside what."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.rotation import columns, even_tables, of_file, reached
from benchmarks.rotation_baselines import as_groupselect, at_random, greedily
from solver.pairing.rotation.rotation_score import score

GIVEN = argparse.Namespace(seed=0, effort="quick", rounds=2, tables=3, spread=["kind"])


def test_a_file_beside_groupselect(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,kind\n" + "".join(f"p{i},{'abc'[i % 3]}\n" for i in range(9)))
    record = of_file(path, GIVEN)
    # two rounds of nine pairs; each table one of each kind
    assert (record["pairs"], record["repeats"], record["unevenness"]) == (18, 0, 0)
    assert record["groupselect_unevenness"] == 0


def test_an_empty_cell_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,kind\na,x\nb,\nc,w\n")
    assert columns(path, ["kind"]).tolist() == [[1, -1, 0]]


def test_rounds_that_counting_allows_and_that_are_reached() -> None:
    record = reached(3, 3, 4, GIVEN)
    assert (record["reached"], record["counting"]) == (4, 4)


def test_every_baseline_seats_everybody() -> None:
    task = even_tables(10, 3, 3, np.array([[i % 2 for i in range(10)]]))
    for baseline in (at_random, greedily, as_groupselect):
        for seats in baseline(task, 1):
            assert sorted(np.bincount(seats, minlength=3)) in ([3, 3, 4], [2, 4, 4])
    assert score(task, greedily(task, 1)).repeats < score(task, np.array([[0] * 10] * 3)).repeats
