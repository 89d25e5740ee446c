"""Every made round is what its generator makes, small, and believable."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_data"
ROUNDS = sorted((SAMPLES / "rounds").glob("[a-z]*.py"))
MADE = [file.stem.replace("_", "-") for file in ROUNDS]


@pytest.fixture(autouse=True)
def _samples_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)


@pytest.mark.parametrize("name", MADE)
def test_a_round_is_what_its_generator_makes(name: str, tmp_path: Path) -> None:
    importlib.import_module("sample_data.make").make(name, tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    kept = {n: (SAMPLES / name / n).read_bytes() for n in made}
    assert made == kept


@pytest.mark.parametrize("name", MADE)
def test_a_round_is_small_enough_to_carry(name: str) -> None:
    sizes = {f.name: f.stat().st_size for f in (SAMPLES / name).iterdir() if f.is_file()}
    assert all(size < 150_000 for size in sizes.values()), sizes


def test_every_line_of_business_has_a_code_that_exists() -> None:
    trades = importlib.import_module("sample_data.making.trades")
    listed = (ROOT / "cohorts" / "people" / "sbi2025.csv").read_text("utf-8").splitlines()
    lists = [held for name, held in vars(trades).items() if name.isupper() and name != "KIND"]
    made = {trade.sbi for held in lists for trade in held}
    assert made
    assert made <= {line.split(",")[0] for line in listed}
    assert {trade.sector for held in lists for trade in held} == set(trades.KIND)
