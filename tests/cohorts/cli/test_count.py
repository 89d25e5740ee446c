"""``cohorts count`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts.committee.counting import counting_rules
from tests.cohorts.cli.run import ROOT, Run, runner

VOTES = ROOT / "docs/examples/votes.csv"
BASE = ("count", VOTES, "--rule", "approval", "--seats", "5", "--redraws", "50")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_files_of_a_count(run: Run, tmp_path: Path, language: str) -> None:
    ran = run(*BASE, "--language", language, "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert {f.name for f in (tmp_path / "out").iterdir()} == {
        "count.html",
        "count.json",
        "standing.csv",
    }
    document = json.loads((tmp_path / "out/count.json").read_text("utf-8"))
    assert document["chosen"] == ["3", "1", "7", "8", "2"]
    assert document["sureness"] == {"draws": 50, "fewer": False, "uncounted": 0}
    told = {one["id"]: one for one in document["candidates"]}
    assert told["2"]["recused"] == told["5"]["abstained"] == told["8"]["not_judged"] == 1
    assert told["2"]["standing"] == "2/3"


def test_json_is_the_same_again(run: Run) -> None:
    first, again = run(*BASE, "--json"), run(*BASE, "--json")
    assert first.out == again.out
    assert json.loads(first.out)["seats"] == 5


def test_another_seed_draws_another_lot(run: Run) -> None:
    chosen = {
        tuple(json.loads(run(*BASE, "--json", "--seed", str(seed)).out)["chosen"][3:])
        for seed in range(6)
    }
    assert len(chosen) > 1


def test_every_rule_is_listed_with_when_to_choose_it(run: Run) -> None:
    listed = run("count", "--rules", "--language", "en").out.splitlines()
    assert [line.split(" (")[0] for line in listed] == list(counting_rules())
    whole = run("count", "--rules", "--rule", "equal_shares", "--language", "en").out
    assert "--set completion=phragmen (can be: phragmen, budget_up, none)" in whole


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("count",), "count.missing"),
        (("count", VOTES, "--rule", "approval"), "count.missing"),
        (("count", VOTES, "--rule", "approvall", "--seats", "5"), "count.rule_near"),
        ((*BASE, "--quorum", "101"), "count.quorum_range"),
        ((*BASE, "--quorum", "nan"), "count.quorum_range"),
        ((*BASE, "--redraws", "0"), "count.redraws"),
        ((*BASE, "--scale", "ten"), "count.scale_form"),
        ((*BASE, "--set", "x=1"), "count.set_unknown"),
        ((*BASE, "--set", "most=5"), "votes.yes_many"),
        ((*BASE, "--seats", "13"), "count.seats"),
        (("count", "nothere.csv", "--rule", "approval", "--seats", "1"), "intake.no_file"),
    ],
)
def test_what_cannot_be(run: Run, given: tuple[str | Path, ...], code: str) -> None:
    ran = run(*given, "--json", "--language", "en")
    assert ran.code == 2
    assert ran.error["code"] == code


def test_names_come_from_the_applicants(run: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,company\n" + "".join(f"{n},Bedrijf {n}\n" for n in range(1, 13)), "utf-8")
    ran = run(*BASE, "--applicants", people, "--language", "en")
    assert "1. Bedrijf 3, standing 90%" in ran.out


def test_weights_and_interests_are_told(run: Run, tmp_path: Path) -> None:
    weights, interests = tmp_path / "w.csv", tmp_path / "i.csv"
    weights.write_text("voter,weight\nAnna,2\n", "utf-8")
    interests.write_text("voter,applicant_id\nBas,3\n", "utf-8")
    given = ("--weights", weights, "--blocked", interests, "--quorum", "80")
    ran = run(*BASE, *given, "--language", "en")
    assert "Not every vote weighs the same: Anna 2." in ran.out
    assert "The quorum is 80%. Everyone reached it." in ran.out
    assert "Evers IT: 9 voted, 1 with an interest" in ran.out


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--scale", "1-1e999999999"), 2),
        (("--scale", "1-1/0"), 2),
        (("--scale=-5-5",), 0),
        (("--scale=-9--1",), 2),
        (("--rule", "doubtful_middle", "--set", 'margin="1e999999999"'), 2),
        (("--rule", "doubtful_middle", "--set", "margin=" + "9" * 5_000), 2),
        (("--rule", "doubtful_middle", "--set", "margin=" + "[" * 5_000), 2),
    ],
)
def test_numbers_without_end_are_refused(
    run: Run, tmp_path: Path, given: tuple[str, ...], code: int
) -> None:
    scores = tmp_path / "scores.csv"
    scores.write_text("applicant_id,A,B\nx,3,4\ny,2,5\nz,4,4\n", "utf-8")
    base = ("count", scores, "--rule", "mean_scores", "--seats", "1", "--redraws", "5")
    assert run(*base, *given).code == code


def test_all_that_reading_noticed_is_told_of_votes(run: Run, tmp_path: Path) -> None:
    """Not of groups, and not by the command for files of applications."""
    votes = tmp_path / "half.csv"
    rows = "".join(f"A,c{n},{n},\nB,c{n},3,4\n" for n in range(1, 6))
    votes.write_text(f"voter,applicant_id,plan,drive\n{rows}", "utf-8")
    base = ("count", votes, "--rule", "mean_scores", "--seats", "2", "--redraws", "5")
    ran = run(*base, "--language", "en")
    assert ran.code == 0, ran.err
    assert all(f"did not fill in everything for c{n}" in ran.out for n in range(1, 6))
    assert "cohorts intake" not in ran.out
