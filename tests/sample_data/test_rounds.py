"""Every sample is composed by one command, checked, and spoken of in two languages."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest

from cohorts.intake import read_applicants
from cohorts.programme.programme import presets
from sample_data.demo import Step
from tests.cohorts.cli.run import Run, runner

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.syspath_prepend(ROOT)
    return runner(monkeypatch, capsys)


STAGED = "groei-ondernemers-challenge"
OTHER = {"nl": "en", "en": "nl"}


def composed_and_checked(steps: Iterable[Step], language: str, run: Run) -> list[str]:
    """What is said where each step is composed in a language, and checked in the other."""
    told = []
    for step in steps:
        composed = run(*step.compose(language, "--effort", "quick"))
        assert composed.code == 0, composed.out + composed.err
        assert str(step.out / "report.html") in composed.out
        assert len(list(step.out.iterdir())) >= 4
        checked = run(*step.check(OTHER[language]))
        assert checked.code == 0, checked.out + checked.err
        assert checked.out
        told.append(composed.out)
    return told


@pytest.mark.parametrize(
    ("name", "language"), list(zip(sorted({*presets()} - {STAGED}), cycle(OTHER), strict=False))
)
def test_every_preset_composes_its_sample_and_the_check_agrees(
    name: str, language: str, run: Run, tmp_path: Path
) -> None:
    """The languages in turn: ``tests.cohorts.words.said`` holds what is said in both."""
    demo = importlib.import_module("sample_data.demo")
    assert composed_and_checked(demo.steps(name, tmp_path), language, run)


@pytest.mark.parametrize(("language", "said"), [("nl", "uit elkaar"), ("en", "apart")])
def test_the_impossible_round_says_who_cannot_sit_how(
    language: str, said: str, run: Run, tmp_path: Path
) -> None:
    demo = importlib.import_module("sample_data.demo")
    (step,) = demo.steps("impossible", tmp_path)
    ran = run(*step.compose(language, "--effort", "quick"))
    assert ran.code == step.code == 3
    assert said in ran.err
    rivals = importlib.import_module("sample_data.rounds.impossible").RIVALS
    held = {str(person.id): person for person in read_applicants(step.applicants)}
    assert all(str(held[str(number)].company) in ran.err for number in rivals)


@pytest.mark.usefixtures("run")
def test_every_sample_is_named_and_an_unknown_one_is_answered_with_their_names() -> None:
    demo = importlib.import_module("sample_data.demo")
    assert set(presets()) <= set(demo.names())
    assert {"impossible", "real", "techstars"} <= set(demo.names())
    page = (ROOT / "sample_data" / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in demo.names())
    assert demo.main("nowhere", "nl") == 2


def test_the_stages_of_a_round_wait_for_what_is_not_known_yet(run: Run, tmp_path: Path) -> None:
    demo = importlib.import_module("sample_data.demo")
    register, scan, talks = steps = tuple(demo.steps(STAGED, tmp_path))
    assert "--merit" not in {*register.given, *scan.given}
    assert "--merit" in talks.given
    early, _, late = composed_and_checked(steps, "en", run)
    waits = "This is a first look: 6 rules and conditions do not count yet"
    assert early.count(waits) == 1
    assert waits not in late
    assert scan.out != talks.out
