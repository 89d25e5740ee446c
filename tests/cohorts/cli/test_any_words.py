"""Whatever stands behind any option or in any place: an exit code of ours, never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import typer

from cohorts.cli.app import app
from tests.cohorts.cli.run import Run

ODD = ("", "-", "x" * 5000, "\u202e漢", "-1", "9" * 25, "nan", "0001-01-01", "9999-12-31", "p1=0")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined] # a group
OPTIONS = [
    (name, one.opts[0])
    for name, command in COMMANDS.items()
    for one in command.params
    if one.opts[0].startswith("--") and one.metavar
]
LEAST = 3
"""So many odd words behind every option of every command."""
PLACES = [
    (name, place)
    for name, command in COMMANDS.items()
    for place in range(sum(not one.opts[0].startswith("-") for one in command.params))
]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written by such a name is written here; two people, for whom nothing is composed.

    What is wrong with an option is found before or while the files are read.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("id,company,fte\np1,Anker,1\np2,Berk,2\n", encoding="utf-8")


def words(command: str) -> list[str]:
    """Files in every place of a command."""
    places = [place for name, place in PLACES if name == command]
    if command in ("programmes", "rules"):
        return []
    asked = [] if command in ("intake", "diff") else ["--programme", "businessversneller"]
    return ["a.csv"] * len(places) + asked


def odd_words(command: str, option: str) -> list[str]:
    """Some of them: the commands with the same option have them all."""
    having = [name for name, one in OPTIONS if one == option]
    share = max(LEAST, -(-len(ODD) // len(having)))
    first = having.index(command) * share
    return [ODD[(first + step) % len(ODD)] for step in range(share)]


def test_every_odd_word_stands_behind_every_option() -> None:
    for option in {option for _, option in OPTIONS}:
        tried = [odd_words(name, one) for name, one in OPTIONS if one == option]
        assert {word for some in tried for word in some} == set(ODD)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_odd_options(command: str, option: str, run: Run) -> None:
    for odd in odd_words(command, option):
        assert run(command, *words(command), f"{option}={odd}").code in range(5), odd


@pytest.mark.parametrize(("command", "place"), PLACES)
def test_odd_places(command: str, place: int, run: Run) -> None:
    for odd in ODD:
        given = words(command)
        given[place : place + 1] = [odd]
        assert run(command, *given).code in range(5), odd


def test_the_same_file_in_every_place(run: Run) -> None:
    beside = ("--relations", "--merit", "--previous", "--waiting", "--map", "--programme")
    ran = run("compose", "a.csv", *(word for option in beside for word in (option, "a.csv")))
    assert ran.code == 2


def test_help_calls_it_by_its_name_however_it_was_started(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ``python -m`` of a package of somebody's own, whose name a page would show."""
    monkeypatch.setattr(sys.modules["__main__"], "__package__", "somebody.own", raising=False)
    assert run("screen", "--help", "--language", "en").out.startswith("Usage: cohorts screen ")
