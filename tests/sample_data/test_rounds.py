"""Every sample is composed by one command, checked, and spoken of in two languages."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from cohorts.programme import presets
from tests.cohorts.cli.run import Run, runner

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.syspath_prepend(ROOT)
    return runner(monkeypatch, capsys)


@pytest.mark.parametrize("name", presets())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_preset_composes_its_sample_and_the_check_agrees(
    name: str, language: str, run: Run, tmp_path: Path
) -> None:
    demo = importlib.import_module("sample_data.demo")
    for step in demo.steps(name, tmp_path):
        composed = run(*step.compose(language, "--effort", "quick"))
        assert composed.code == 0, composed.out + composed.err
        assert str(step.out / "report.html") in composed.out
        assert len(list(step.out.iterdir())) >= 4
        checked = run(*step.check(language))
        assert checked.code == 0, checked.out + checked.err
        assert checked.out
