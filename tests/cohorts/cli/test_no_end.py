"""Every file of every command: what has no end is refused at once, with a place and a remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from cohorts.cli.app import app
from cohorts.forms.read_file import RefusedFileError, read_file
from tests.cohorts.cli.run import Run

pytestmark = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such devices here")
PEOPLE = "id,company,fte\n" + "".join(f"p{i},Bedrijf {i},{i}\n" for i in range(1, 9))
PROGRAMME = """
schema_version = 1
name = "proef"
title = {nl = "Proef"}
groups = {size = [3, 5], target = 4}
rules = [{rule = "comparable", field = "fte"}]
"""
VOTES = "voter,applicant_id,vote\n" + "".join(f"Anna,p{i},ja\n" for i in range(1, 9))
FUNNEL = """
schema_version = 1
title = "Proef"
[[stages]]
title = "Stemmen"
by = "Anna"
votes = "votes.csv"
rule = "approval"
places = 4
"""
IS_FILE = re.compile(r"FILE$|^(?:APPLICANTS|PROPOSAL|BEFORE|AFTER)$")
"""How the help calls what is the name of a file."""
WRITTEN = {"--out", "--save-map"}
COPIES = {"backup", "drill", "restore"}
"""Their file is a copy of all that is kept, of any size: the database's own means open it."""


def file_parameters() -> Iterator[tuple[str, str]]:
    """Every (command, argument or option) that reads a file."""
    program = typer.main.get_command(app)
    for name, command in sorted(program.commands.items()):  # type: ignore[attr-defined] # a group
        for one in command.params if name not in COPIES else ():
            said = one.opts[0]
            if IS_FILE.search(one.metavar or "") and said not in WRITTEN:
                yield name, said


FILES = list(file_parameters())


@pytest.fixture(autouse=True)
def _kept_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COHORTS_DATABASE_URL", f"sqlite:///{tmp_path}/rounds.sqlite")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Applicants, a programme, and a proposal of them."""
    folder = tmp_path_factory.mktemp("no-end")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    (folder / "votes.csv").write_text(VOTES, encoding="utf-8")
    (folder / "funnel.toml").write_text(FUNNEL, encoding="utf-8")
    os.mkfifo(folder / "pipe")
    given = ("compose", folder / "people.csv", "--programme", folder / "programme.toml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["cohorts", *map(str, given), "--out", str(folder / "out")])
        with pytest.raises(SystemExit) as stopped:
            __import__("cohorts.cli").cli.main()
    assert not stopped.value.code
    return folder


def words(folder: Path, command: str, given: str, bad: Path | str) -> list[str]:
    """A command in order, but for one file."""
    proposal, people = folder / "out" / "proposal.json", folder / "people.csv"
    known: dict[str, dict[str, Path | str]] = {
        "intake": {"file": people},
        "diff": {"before": proposal, "after": proposal, "applicants": people},
        "check": {"proposal": proposal, "applicants": people},
        "report": {"proposal": proposal, "applicants": people},
        "edit": {"proposal": proposal, "applicants": people},
        "buddies": {"proposal": proposal, "applicants": people},
        "repair": {"proposal": proposal, "applicants": people},
        "round": {"round_action": "new", "round_subject": "Proef"},
        "count": {"votes": folder / "votes.csv"},
        "panel": {"panel_action": "plan"},
    }
    of_one: dict[str, dict[str, Path | str]] = {
        "count": {"--rule": "approval", "--seats": "2"},
        "panel": {"--members": "4", "--dossiers": "8", "--minutes": "60", "--places": "3"},
        "shortlist": {"--funnel": folder / "funnel.toml"},
    }
    arguments = known.get(command, {"applicants": people})
    options = of_one.get(command, {})
    if command not in ("intake", "diff", "programmes", "count", "panel"):
        options["--programme"] = folder / "programme.toml"
    if command in ("report", "edit"):
        options["--out"] = folder / "new"
    (arguments if given in arguments else options)[given] = bad
    said = [str(value) for value in arguments.values()]
    return [command, *said, *(f"{name}={value}" for name, value in options.items())]


def test_all_kinds_of_files_are_tried() -> None:
    """Of compose alone: applicants, programme, map, and the five beside them."""
    of_compose = {said for command, said in FILES if command == "compose"}
    beside = {"--new", "--relations", "--merit", "--previous", "--waiting"}
    assert of_compose == {"applicants", "--programme", "--map", *beside}
    assert {command for command, _ in FILES} >= {"intake", "check", "report", "edit", "diff"}


@pytest.mark.parametrize(("command", "given"), FILES)
@pytest.mark.parametrize("what", ["/dev/zero", "pipe", "."])
def test_what_has_no_end_is_refused(
    what: str, command: str, given: str, folder: Path, run: Run
) -> None:
    ran = run(*words(folder, command, given, folder / what))
    assert ran.code == 2, ran
    assert ran.out == ""
    assert "alleen voorbijkomt" in ran.err, "not only that it is too large, once it was read so far"
    assert ran.err.count(". ") >= 1, "a fault and a remedy"
    assert not (folder / "new").exists()


@pytest.mark.parametrize(("command", "given"), FILES)
def test_what_is_too_large_is_refused_before_it_is_read(
    command: str, given: str, folder: Path, run: Run
) -> None:
    """A file with holes: a terabyte that takes no room."""
    large = folder / "large"
    with large.open("wb") as stream:
        stream.truncate(10**12)
    ran = run(*words(folder, command, given, large))
    assert ran.code == 2, ran
    assert "MB" in ran.err


def test_a_device_is_no_file_though_it_is_read_no_further() -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_file("/dev/zero", 10)
    assert refused.value.code == "written.no_plain_file"


def test_a_pipe_is_refused_with_what_to_do(folder: Path, run: Run) -> None:
    for option in ("--map", "--relations", "--programme"):
        ran = run(*words(folder, "compose", option, folder / "pipe"), "--language", "en")
        assert "as a file first" in ran.err, ran


@pytest.mark.parametrize("name", ["n" * 300, "below/" + "n" * 300])
def test_a_folder_that_cannot_be_is_told_before_anything_is_composed(
    name: str, folder: Path, run: Run
) -> None:
    given = [folder / "people.csv", "--programme", folder / "programme.toml"]
    before = sorted(folder.iterdir())
    ran = run("compose", *given, "--out", folder / name)
    assert ran.code == 2
    assert "te lang" in ran.err
    assert "%" not in ran.err, "nothing was searched"
    assert sorted(folder.iterdir()) == before


def test_a_name_that_is_too_long_is_no_programme(folder: Path, run: Run) -> None:
    ran = run("compose", folder / "people.csv", "--programme", "n" * 300)
    assert (ran.code, "te lang" in ran.err) == (2, True)
