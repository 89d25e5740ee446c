"""``cohorts report`` and what ``compose`` writes for other readers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cohorts.cli.run import Run
from tests.cohorts.cli.test_bad_input import PEOPLE, PROGRAMME

MEETINGS = """
[[meetings]]
title = { nl = "Start", en = "Kick-off" }
after_days = 0
hours = 3
joint = true
"""


@pytest.fixture
def asked(tmp_path: Path) -> list[str | Path]:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "programme.toml").write_text(PROGRAMME + MEETINGS, encoding="utf-8")
    return [
        *(tmp_path / "people.csv", "--programme", tmp_path / "programme.toml"),
        *("--language", "nl", "--out", tmp_path / "out"),
    ]


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_pages_can_be_made_again_and_are_the_same(
    asked: list[str | Path], tmp_path: Path, run: Run
) -> None:
    extra = ("--for", "everyone", "--start", "2026-10-05T13:30")
    assert run("compose", *asked, "--effort", "quick", *extra).code == 0
    first = {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")}
    assert {"funders/account.html", "calendar/everyone.ics"} <= first.keys()
    again = [*asked[:-1], tmp_path / "again"]
    ran = run("report", tmp_path / "out" / "proposal.json", *again, *extra)
    assert ran.code == 0
    assert str(tmp_path / "again" / "report.html") in ran.out
    for name in first.keys() - {"proposal.json", "report.html", "proposal.xlsx"}:
        told = (tmp_path / "again" / name).read_bytes()
        assert told == first[name] or name == "funders/account.html", name


def test_a_proposal_that_does_not_hold_gets_no_pages(
    asked: list[str | Path], tmp_path: Path, run: Run
) -> None:
    assert run("compose", *asked, "--effort", "quick").code == 0
    file = tmp_path / "out" / "proposal.json"
    stated = json.loads(file.read_text("utf-8"))
    stated["score"]["soft"] -= 1
    file.write_text(json.dumps(stated), encoding="utf-8")
    ran = run("report", file, *asked[:-1], tmp_path / "again")
    assert ran.code == 2
    assert "klopt niet met deze gegevens" in ran.err
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--for", "banken", "everyone, facilitators, participants en funders"),
        ("--start", "volgende week", "2026-10-05T13:30"),
        ("--hide", "omzet", "turnover, worries, votes en ages"),
    ],
)
def test_what_is_not_understood_is_said_before_anything_is_composed(
    option: str, given: str, said: str, asked: list[str | Path], run: Run
) -> None:
    ran = run("compose", *asked, option, given)
    assert ran.code == 2
    assert said in ran.err
    assert given in ran.err
    assert not Path(asked[-1]).exists()
