"""``cohorts repair``: what it writes can be checked, edited and repaired; its exit codes."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
PEOPLE = EXAMPLES / "people.csv"
ASKED = ("--programme", EXAMPLES / "programme.toml", "--relations", EXAMPLES / "relations.csv")


@pytest.fixture
def announced(run: Run, tmp_path: Path) -> Path:
    out = tmp_path / "announced"
    assert run("compose", PEOPLE, *ASKED, "--effort", "quick", "--out", out).code == 0
    return out / "proposal.json"


def test_it_can_be_checked_with_the_command_it_names_and_edited(
    run: Run, announced: Path, tmp_path: Path
) -> None:
    new, out = EXAMPLES / "newcomers.csv", tmp_path / "her stel"
    asked = (*ASKED, "--gone", "b3", "--new", new, "--out", out, "--effort", "quick")
    ran = run("repair", announced, PEOPLE, *asked, "--language", "nl")
    assert ran.code == 0, ran.err
    assert "Rietdekker Landzicht: Is nieuw en komt in groep 3." in ran.out
    program, *checked = shlex.split(ran.out.splitlines()[-1])
    assert (program, run(*checked).code) == ("cohorts", 0)
    page = (out / "report.html").read_text("utf-8")
    assert "Wat het herstel verandert" in page
    made = out / "proposal.json"
    again = (*ASKED, "--new", new, "--language", "nl")
    edited = run("edit", made, PEOPLE, *again, "--swap", "b1=d1", "--out", tmp_path / "edited")
    assert edited.code == 0, edited.err
    assert run("check", tmp_path / "edited" / "proposal.json", PEOPLE, *again).code == 0
    assert run("report", made, PEOPLE, *again, "--out", tmp_path / "pages").code == 0


def test_machines_get_every_option_whole(run: Run, announced: Path) -> None:
    new = ("--new", EXAMPLES / "newcomers.csv")
    ran = run("repair", announced, PEOPLE, *ASKED, "--gone", "b3", *new, "--take", "2", "--json")
    found = json.loads(ran.out)
    assert (found["fewest"], found["proven"], found["taken"]) == (0, True, 2)
    assert [option["moves"] for option in found["options"]] == [0, 1]
    assert found["options"][1]["moved"] == {"b1": 3}
    assert found["options"][1]["placed"] == {"d1": 2}
    assert found["options"][1]["proposal"]["repaired"]["taken"] == 2
    assert {one["kind"] for one in found["told"]} == {"person", "group"}
    assert found["written"] == {}


@pytest.mark.parametrize(
    ("asked", "code", "place"),
    [
        (("--gone", "b9"), 2, "--gone"),
        (("--gone", "b3", "--size", "2-3", "--take", "9"), 2, "--take"),
        (("--max-moves", "-1"), 2, "--max-moves"),
        (("--options", "0"), 2, "--options"),
        (("--gone", "b3", "--new", PEOPLE), 2, "people.csv"),
        (("--gone", "b3"), 2, ""),
        (("--stay", "b3", "--gone", "b3", "--size", "2-3"), 2, "--stay"),
    ],
)
def test_wrong_input_has_a_place_and_a_remedy(
    run: Run, announced: Path, asked: tuple[str | Path, ...], code: int, place: str
) -> None:
    ran = run("repair", announced, PEOPLE, *ASKED, *asked, "--json")
    assert (ran.code, ran.error["place"]) == (code, place)
    assert ran.error["remedy"]


def test_too_few_moves_end_with_three(run: Run, announced: Path, tmp_path: Path) -> None:
    new, rivals = tmp_path / "new.csv", tmp_path / "rivals.csv"
    new.write_text("id,company,name,fte,question\nd1,Zeehaven,Kim de Vos,50,personeel\n")
    pairs = "c1,c2,competitor\nd1,c1,competitor\nd1,c2,competitor\na1,a3,together\n"
    rivals.write_text(f"a,b,kind\n{pairs}")
    asked = (*ASKED[:2], "--relations", rivals, "--gone", "b3", "--new", new, "--max-moves", "0")
    ran = run("repair", announced, PEOPLE, *asked, "--language", "en")
    assert ran.code == 3
    assert "at least 1 is needed. That is proven." in ran.err
