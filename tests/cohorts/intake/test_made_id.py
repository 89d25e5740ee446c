"""An id that is made of a row is the same wherever its columns stand."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from cohorts.intake import read_applicants

GRID = Path(__file__).parent / "kinds" / "I7" / "google-grid.csv"


@pytest.mark.parametrize("seed", range(4))
def test_columns_of_one_question_may_stand_in_any_order(seed: int, tmp_path: Path) -> None:
    """Maandag, Dinsdag or Dinsdag, Maandag: the answers come together in another order."""
    rows = list(csv.reader(GRID.read_text(encoding="utf-8-sig").splitlines()))
    order = list(range(len(rows[0])))
    random.Random(seed).shuffle(order)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([row[i] for i in order] for row in rows)
    ids = [{a.id for a in read_applicants(path)} for path in (GRID, tmp_path / "a.csv")]
    assert ids[0] == ids[1]
    assert all(one.startswith("r") for one in ids[0])
