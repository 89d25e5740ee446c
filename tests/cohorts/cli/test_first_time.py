"""Whoever waits for what is compiled is told so once, before it is, and how long."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.composing import engines, first_time
from cohorts.words import Language
from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
GIVEN = (EXAMPLES / "people.csv", "--programme", EXAMPLES / "programme.toml", "--effort", "quick")


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled yet, and more than three are already too many to prove."""
    monkeypatch.setattr(engines, "is_warm", lambda: False)
    monkeypatch.setattr(engines, "is_rotation_warm", lambda: False)
    monkeypatch.setattr(engines, "is_reading_warm", lambda: False)
    monkeypatch.setattr(engines, "SMALL", 3)


@pytest.mark.usefixtures("cold")
@pytest.mark.parametrize("command", ["compose", "prices", "circles"])
@pytest.mark.parametrize("language", list(Language))
def test_it_is_said_once_before_anything_else(run: Run, command: str, language: Language) -> None:
    ran = run(command, *GIVEN, "--language", language.value)
    said = first_time.said_first("cli.first_time", language)
    assert ran.err.startswith(said)
    assert ran.err.count(said) == 1
    assert f" {first_time.SECONDS} se" in said


@pytest.mark.usefixtures("cold")
def test_of_tables_too_before_they_are_made(run: Run) -> None:
    ran = run("rotation", *GIVEN, "--sessions", 1, "--tables", 3, "--language", "en")
    seconds = first_time.SECONDS_OF_ROTATION
    assert ran.err.startswith(first_time.said_first("cli.first_time", Language.EN, seconds))


@pytest.mark.usefixtures("cold")
def test_of_a_panel_too_before_it_is_planned(run: Run) -> None:
    panel = ("--members", 4, "--dossiers", 6, "--minutes", 30, "--places", 2)
    ran = run("panel", "plan", *panel, "--language", "en")
    seconds = first_time.SECONDS_OF_READING
    assert ran.err == first_time.said_first("cli.first_time", Language.EN, seconds) + "\n"


@pytest.mark.usefixtures("cold")
def test_where_nothing_can_be_kept_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "CACHED", False)
    assert first_time.first_time(77) == "cli.every_time"


@pytest.mark.usefixtures("cold")
def test_of_a_few_nothing_is_compiled(run: Run, tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    lines = (EXAMPLES / "people.csv").read_text("utf-8").splitlines()
    few.write_text("\n".join(lines[: engines.SMALL + 1]) + "\n", "utf-8")
    ran = run("compose", few, *GIVEN[1:])
    assert first_time.said_first("cli.first_time", Language.NL) not in ran.err
    assert first_time.first_time(engines.SMALL) is None
    assert first_time.first_time(engines.SMALL + 1) == "cli.first_time"


def test_nothing_is_said_where_it_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "is_warm", lambda: True)
    assert first_time.first_time(77) is None
    monkeypatch.setattr(engines, "is_rotation_warm", lambda: True)
    assert first_time.first_rotation() is None
