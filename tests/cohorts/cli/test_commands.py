"""Every command the way it is meant to be used."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cohorts.cli.app import app
from cohorts.programme.programme import presets
from cohorts.rules import rules
from tests.cohorts.cli.run import OVERIJSSEL, ROOT, Run

PEOPLE = OVERIJSSEL / "aanmeldingen.xlsx"
ASKED = (PEOPLE, "--programme", "businessversneller")
RELATIONS = ("--relations", OVERIJSSEL / "relations.csv")
FILES = ["groups.csv", "proposal.json", "proposal.xlsx", "report.html"]


@pytest.fixture
def composed(run: Run, tmp_path: Path) -> Path:
    """A folder with a quick composition of the sample."""
    ran = run("compose", *ASKED, *RELATIONS, "--effort", "quick", "--out", tmp_path, "--seed", "1")
    assert ran.code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == FILES
    return tmp_path


def test_compose_then_check_then_tamper(composed: Path, run: Run) -> None:
    again = ("check", composed / "proposal.json", *ASKED, *RELATIONS)
    fine = run(*again, "--language", "en")
    assert fine.code == 0
    assert "holds" in fine.out or "right" in fine.out
    told = json.loads(run(*again, "--json").out)
    assert told["holds"] is True
    assert told["mismatches"] == []
    content = json.loads((composed / "proposal.json").read_text("utf-8"))
    content["score"]["soft"] += 1
    (composed / "proposal.json").write_text(json.dumps(content), encoding="utf-8")
    wrong = run(*again, "--language", "nl")
    assert wrong.code == 1
    assert "score" in wrong.out
    assert json.loads(run(*again, "--json").out)["holds"] is False


def test_check_against_another_round_is_wrong(composed: Path, run: Run) -> None:
    assert run("check", composed / "proposal.json", *ASKED).code == 1
    assert run("check", composed / "proposal.json", *ASKED, *RELATIONS, "--seed", "2").code == 1


def test_compose_for_machines(run: Run) -> None:
    ran = run("compose", *ASKED, "--effort", "quick", "--json", "--groups", "9")
    content = json.loads(ran.out)
    assert ran.code == 0
    assert len(content["groups"]) == 9
    assert {"status", "not_placed", "score", "bound", "gap", "weights", "seed"} <= set(content)


@pytest.mark.parametrize(("language", "word"), [("nl", "groepen"), ("en", "groups")])
def test_compose_tells_the_outcome(language: str, word: str, run: Run) -> None:
    ran = run("compose", *ASKED, "--effort", "quick", "--language", language)
    assert word in ran.out
    assert ran.code == 0


def test_merit_and_an_earlier_composition(composed: Path, run: Run, tmp_path: Path) -> None:
    with (composed / "groups.csv").open(encoding="utf-8") as file:
        seated = [row["applicant_id"] for row in csv.DictReader(file)]
    merit = tmp_path / "merit.csv"
    rows = [f"{one},{i}" for i, one in enumerate(seated)]
    merit.write_text("\n".join(["applicant_id,merit", *rows]), encoding="utf-8")
    given = ("--places", "at most 40", "--effort", "quick")
    missing = run("compose", *ASKED, *given, "--merit", merit, "--json")
    everybody = {row["id"] for row in csv.DictReader(clean(run, tmp_path).splitlines())}
    if everybody == set(seated):
        assert missing.code == 0
    else:
        assert missing.code == 2
        assert missing.error["place"]
    earlier = ("--previous", composed / "groups.csv", "--out", tmp_path / "again")
    ran = run("compose", *ASKED, *RELATIONS, *earlier, "--effort", "quick", "--seed", "1")
    assert ran.code == 0
    kept = {tuple(r) for r in rows_of(tmp_path / "again" / "groups.csv")}
    assert len(kept & {tuple(r) for r in rows_of(composed / "groups.csv")}) > len(seated) // 2


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.reader(file))


def clean(run: Run, folder: Path) -> str:
    assert run("intake", PEOPLE, "--out", folder / "clean.csv").code == 0
    return (folder / "clean.csv").read_text("utf-8")


def test_intake_shows_saves_and_reads_back(run: Run, tmp_path: Path) -> None:
    ran = run("intake", PEOPLE, "--save-map", tmp_path / "map.toml", "--language", "nl")
    assert ran.code == 0
    assert "96" in ran.out
    saved = tomllib.loads((tmp_path / "map.toml").read_text("utf-8"))
    assert saved["schema_version"] == 1
    mapped = json.loads(run("intake", PEOPLE, "--map", tmp_path / "map.toml", "--json").out)
    plain = json.loads(run("intake", PEOPLE, "--json").out)
    told = [(m["header"], m["field"]) for m in mapped["matches"]]
    assert told == [(m["header"], m["field"]) for m in plain["matches"]]
    clean(run, tmp_path)
    assert run("intake", tmp_path / "clean.csv", "--json").code == 0


def test_programmes(run: Run) -> None:
    plain = run("programmes", "--language", "nl").out
    assert all(name in plain for name in presets())
    content = json.loads(run("programmes", "--json").out)
    assert [p["name"] for p in content] == list(presets())


def test_rules(run: Run) -> None:
    assert all(name in run("rules").out for name in rules())
    assert list(json.loads(run("rules", "--json").out)) == list(rules())
    one = run("rules", "keep_apart", "--language", "nl").out
    assert one.startswith("keep_apart")
    assert "comparable" not in one
    assert run("rules", "nothing").code == 2
    page = run("rules", "--markdown", "--language", "en").out
    assert page.count("\nAn example: ") == sum(len(kind.WORKED) for kind in rules().values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_speaks_the_language(language: str, run: Run) -> None:
    told = run("compose", "--help", "--language", language)
    assert told.code == 0
    assert ("Stelt groepen samen" in told.out) is (language == "nl")
    manual = run("manual", "--language", language).out
    assert manual.count("\n## cohorts ") == len(app.registered_commands)
    assert "--programme NAME\\|FILE" in manual


def test_ctrl_c_keeps_the_best_found(tmp_path: Path) -> None:
    """As a user does: a real process, a real signal."""
    command = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
    given = ["compose", *ASKED, *RELATIONS, "--effort", "normal", "--out", tmp_path / "out"]
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", command, *map(str, given)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    assert process.stderr is not None
    told = b""
    while b"%" not in told:
        told = process.stderr.readline()
        assert told, "ended before it told how far it was"
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=300)
    assert b"Traceback" not in error
    assert process.returncode == 0
    content = json.loads((tmp_path / "out" / "proposal.json").read_text("utf-8"))
    assert content["reproducible"] is False
    assert content["checked"] is True


def test_where_everybody_has_stopped_nobody_waits(run: Run, tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text("id,company,name,fte\na,A,B,3\nb,C,D,4\n", "utf-8")
    programme = ROOT / "docs" / "examples" / "programme.toml"
    gone = ("--gone", "a", "--gone", "b", "--language", "en")
    ran = run("circles", few, "--programme", programme, *gone)
    assert (ran.code, ran.out) == (2, "")
    assert "2 have stopped, nobody left" in ran.err
