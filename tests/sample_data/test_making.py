"""Every made round is what its generator makes, small, and believable."""

from __future__ import annotations

import importlib
import random
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


def test_no_trade_has_a_code_of_another() -> None:
    """Every file of trades is read; a class that stands in none of the lists is a slip."""
    trade = importlib.import_module("sample_data.making.trade")
    listed = (ROOT / "cohorts" / "people" / "sbi2025.csv").read_text("utf-8").splitlines()
    made = {one.sbi for one in trade.trades(*trade.every_file())}
    assert len(made) > 60
    assert made <= {line.split(",")[0] for line in listed}


def test_the_same_sentence_is_not_dealt_again_before_the_others() -> None:
    texts = importlib.import_module("sample_data.making.texts")
    dealer = texts.Dealer(random.Random(1))
    dealt = [dealer.deal(["a", "b", "c"]) for _ in range(6)]
    assert sorted(dealt[:3]) == sorted(dealt[3:]) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("sentence", "founder", "old", "can"),
    [
        ("Doorgaan waar mijn vader gebleven is.", True, 50, False),
        ("Doorgaan waar mijn vader gebleven is.", False, 50, True),
        ("Ik ben {leeftijd} en mijn zoon wil wel.", False, 40, False),
        ("Ik ben {leeftijd} en mijn zoon wil wel.", False, 61, True),
        ("Liever beter dan groter.", True, 24, True),
    ],
)
def test_nobody_writes_what_cannot_be(sentence: str, founder: bool, old: int, can: bool) -> None:
    fits = importlib.import_module("sample_data.making.fits")
    facts = fits.Facts(years=10, fte=8, turnover=900_000, founder=founder, old=old)
    assert fits.suits(sentence, facts) == can


@pytest.mark.parametrize(
    ("company", "written"),
    [
        ("Bakkerij Kolkman B.V.", "Bakkrij Kolkman"),
        ("Stadsbrouwerij Zwolle", "Stadsbruwerij Zwolle"),
    ],
)
def test_a_slip_drops_one_letter_of_the_longest_word(company: str, written: str) -> None:
    rivals = importlib.import_module("sample_data.making.rivals")
    assert rivals.misspelt(company) == written
