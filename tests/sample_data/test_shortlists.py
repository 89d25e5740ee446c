"""Two funnels as they were, each by one command: 48 → 24 → 11, and 1,200 → 50 → 24 → 10."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sample_data.rounds import groei_ondernemers_challenge as challenge
from sample_data.rounds import move2social
from tests.cohorts.cli.run import ROOT, Run, runner

pytestmark = pytest.mark.long

SAMPLES = ROOT / "sample_data"
ON = ("--on", "2026-10-01", "--effort", "quick")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


def command(name: str, people: str) -> tuple[str | Path, ...]:
    folder = SAMPLES / name
    given = ("--relations", folder / "relations.csv", "--funnel", folder / "funnel.toml")
    return (folder / people, "--programme", name, *given, *ON)


def test_move2social_as_it_was_and_both_doors_give_the_same_eleven(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = command("move2social", "aanmeldingen.xlsx")
    ran = run("shortlist", *arguments, "--out", out, "--language", "nl")
    assert ran.code == 0, ran.err
    assert "48 → 24 → 11" in ran.out
    told = json.loads((out / "shortlist.json").read_text("utf-8"))
    assert told["counts"] == [48, 24, 11]
    first, last = told["stages"]
    assert {one["why"] for one in first["left"]} == {"refused", "lower"}
    star = str(move2social.STAR)
    assert last["standing"][star] == "1"
    assert {"id": star, "why": "unconfirmed"} in last["left"]
    assert last["elsewhere"] == {str(move2social.OUT_ALREADY): 1}
    assert [one for one in last["voters"] if one["recused"] or one["abstained"]]
    folder = SAMPLES / "move2social"
    assert _yes_votes(folder / "stemmen.csv").items() <= _rows(folder / "merit.csv").items()
    beside = ("--merit", folder / "merit.csv", "--relations", folder / "relations.csv", *ON)
    other = ("--programme", "move2social", *beside, "--json")
    composed = json.loads(run("compose", folder / "aanmeldingen.xlsx", *other).out)
    assert sorted(composed["groups"][0]["members"]) == sorted(last["on"])
    checked = run(
        *("check", out / "proposal.json", out / "applicants.csv"),
        *("--programme", out / "programme.toml", "--relations", out / "relations.csv"),
        *("--merit", out / "merit.csv"),
    )
    assert checked.code == 0, checked.out
    everybody = list(csv.DictReader((out / "shortlist.csv").read_text("utf-8").splitlines()))
    assert sorted({row["applicant_id"] for row in everybody}) == sorted(map(str, range(1, 49)))
    page = (out / "report.html").read_text("utf-8")
    assert page.count('class="point') == len(told["joint"]["points"])


def test_the_challenge_and_size_never_dominates(run: Run) -> None:
    arguments = command(challenge.__name__.rpartition(".")[2].replace("_", "-"), "register.csv")
    told = json.loads(run("shortlist", *arguments, "--json").out)
    assert told["counts"] == [1200, 50, 24, 10]
    assert told["sizes"]
    assert not any(one["dominates"] for one in told["sizes"])
    for stage in told["stages"]:
        assert stage["came"] == len(stage["on"]) + len(stage["left"])
    points = told["joint"]["points"]
    assert sum(one["chosen"] for one in points) == 1
    assert points[0]["given_up"] == "0"
    last = told["stages"][-1]
    best = max(last["standing"], key=lambda who: as_number(last["standing"][who]))
    assert {"id": best, "why": "unconfirmed"} in last["left"]
    kinds = {one["why"] for one in told["stages"][0]["left"]}
    assert kinds == {"refused", "lower", "unjudged"}


def as_number(text: str) -> float:
    """``"7/9"`` as a number."""
    high, _, low = text.partition("/")
    return int(high) / int(low or 1)


def _rows(path: Path) -> dict[str, str]:
    return {row[0]: row[1] for row in list(csv.reader(path.read_text("utf-8").splitlines()))[1:]}


def _yes_votes(path: Path) -> dict[str, str]:
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))[1:]
    out = str(move2social.OUT_ALREADY)
    return {row[0]: str(row[2:].count("ja")) for row in rows if row[0] != out}
