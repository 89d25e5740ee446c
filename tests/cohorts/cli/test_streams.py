"""However the program is called and wherever it writes: no traceback, and the right exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

PROGRAM = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``cohorts`` as a shell runs it; ``$c`` is the program."""
    return subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PYTHON": sys.executable, "PROGRAM": PROGRAM, **environment},
        capture_output=True,
        cwd=ROOT,
        check=False,
    )


COHORTS = '"$PYTHON" -c "$PROGRAM"'


def test_no_command_is_a_call_for_help(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert "compose" in ran.out


@pytest.mark.parametrize(("language", "word"), [("nl", "Opdrachten:"), ("en", "Commands:")])
def test_the_language_may_stand_before_the_command(language: str, word: str, run: Run) -> None:
    assert word in run("--help", "--language", language).out
    assert word in run("--language", language, "--help").out
    before = run("--language", language, "rules", "pin").out
    assert before == run("rules", "pin", "--language", language).out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nonsense",), "cli.no_command"),
        (("compose",), "cli.absent"),
        (("compose", "x", "--seed", "a"), "cli.whole_number"),
        (("compose", "x", "--seed"), "cli.no_value"),
        (("rules", "--nope"), "cli.no_option"),
        (("rules", "pin", "stay"), "cli.usage"),
    ],
)
def test_a_wrong_command_is_told_in_words(arguments: tuple[str, ...], code: str, run: Run) -> None:
    machine = run(*arguments, "--json") if arguments[-1] != "--seed" else run(*arguments)
    assert machine.code == 2
    if machine.out:
        assert machine.error["code"] == code
    told = run(*arguments, "--language", "nl") if arguments[-1] != "--seed" else machine
    assert told.code == 2
    assert code == "cli.usage" or not any(
        word in told.err for word in ("No such", "Missing", "Invalid", "requires", "valid")
    )


@pytest.mark.parametrize(
    ("option", "dutch", "english"),
    [
        (("screen", "--port", "a"), "een heel getal", "whole number"),
        (("compose", "x", "--seed", "a"), "een heel getal", "whole number"),
        (("compose", "x", "--time-limit", "a"), "een getal", "number"),
        (("compose", "x", "--effort", "a"), "quick|normal|thorough", "quick|normal|thorough"),
    ],
)
def test_what_belongs_there_is_said_in_words(
    option: tuple[str, ...], dutch: str, english: str, run: Run
) -> None:
    for language, words in (("nl", dutch), ("en", english)):
        told = " ".join(run(*option, "--language", language).err.split())
        assert words in told
        assert not re.search(r"\b(NUMBER|N|S|K)\b", told)


def test_stopped_before_anything_was_found(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cohorts.cli.intake.read_applicants", interrupted)
    ran = run("intake", "a.csv", "--json")
    assert (ran.code, ran.error["code"]) == (4, "cli.stopped")


@pytest.mark.parametrize("name", ["x" * 5000, "a\x01b", "é" * 200])
def test_names_of_files_that_cannot_be(name: str, run: Run) -> None:
    for arguments in (
        ("intake", name),
        ("intake", "nowhere.csv", "--map", name),
        ("compose", "nowhere.csv", "--programme", name),
    ):
        assert run(*arguments).code == 2


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_a_terminal_that_knows_few_signs(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id;bedrijf\n1;Łódź → 漢\n", encoding="utf-8")
    plain = shell(f"{COHORTS} intake {file}", PYTHONIOENCODING=encoding)
    assert plain.returncode == 0
    assert b"a.csv" in plain.stdout
    machine = shell(f"{COHORTS} intake {tmp_path}/→.csv --json", PYTHONIOENCODING=encoding)
    assert machine.returncode == 2
    assert json.loads(machine.stdout.decode("utf-8"))["error"]["code"] == "intake.no_file"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("rules >&-", 0),
        ("rules >&- 2>&-", 0),
        ("intake nowhere.csv >&- 2>&-", 2),
        ("intake nowhere.csv --json >&-", 2),
        ("rules | head -c 1", 0),
        ("rules | true", 0),
        ("intake nowhere.csv 2>/dev/full", 2),
        ("rules >/dev/full", 2),
    ],
)
def test_streams_that_are_closed_or_full(line: str, code: int) -> None:
    ran = shell(f"set -o pipefail; {COHORTS} {line}")
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == code
