"""Every file of a kind that organisers really have reads as its golden file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cohorts.intake.kinds.cases import FOLDER, cases, golden_of, reads_as


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case.relative_to(FOLDER)))
def test_a_case_reads_as_its_golden_file_says(case: Path, tmp_path: Path) -> None:
    assert reads_as(case, tmp_path) == golden_of(case).read_text(encoding="utf-8")


def test_every_golden_file_has_its_case() -> None:
    assert set(FOLDER.glob("I*/*.golden.txt")) == set(map(golden_of, cases()))
