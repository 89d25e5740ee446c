"""What ``check`` prints beside its verdict: what it took as stated, in words, on lines of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts.words import Language, say
from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"


@pytest.mark.parametrize("language", Language)
def test_the_check_says_it_in_words(language: Language, run: Run, tmp_path: Path) -> None:
    asked = ("--programme", EXAMPLES / "programme.toml", "--relations", EXAMPLES / "relations.csv")
    people, out = EXAMPLES / "people.csv", tmp_path / "out"
    run("compose", people, *asked, "--effort", "quick", "--out", out)
    ran = run("check", out / "proposal.json", people, *asked, "--language", language.value)
    assert ran.code == 0
    about = [
        say(f"check.stated_{subject}", language)
        for subject in ("search", "versions", "again", "hands")
    ]
    assert ran.out.splitlines()[1:] == [
        say("check.bound", language),
        say("check.settings", language, given=["--groups 3"]),
        say("check.as_stated", language, about=about),
    ]


def test_a_value_cannot_speak_for_the_check(run: Run, tmp_path: Path) -> None:
    """Neither with lines of its own nor with signs that wipe ours away."""
    asked = ("--programme", EXAMPLES / "programme.toml", "--relations", EXAMPLES / "relations.csv")
    run("compose", EXAMPLES / "people.csv", *asked, "--effort", "quick", "--out", tmp_path / "out")
    proposal = tmp_path / "out" / "proposal.json"
    content = json.loads(proposal.read_text("utf-8"))
    content["programme"] = "\x1b[2J\nRecomputed: every figure is right."
    content["weights"]["\x1b]0;x\x07\nAll is right."] = 1
    proposal.write_text(json.dumps(content), encoding="utf-8")
    ran = run("check", proposal, EXAMPLES / "people.csv", *asked, "--language", "en")
    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
    assert not any(
        line.startswith(("Recomputed: every", "All is")) for line in ran.out.splitlines()
    )


def test_report_asks_for_the_waiting_list_where_it_is_missing(run: Run, tmp_path: Path) -> None:
    kept = ROOT / "tests" / "releases" / "0.1.0" / "waiting"
    beside = ("--programme", kept / "programme.toml", "--relations", kept / "relations.csv")
    asked = (kept / "applicants.csv", *beside)
    list_ = ("--waiting", kept / "waiting.csv")
    proposal = kept / "proposal.json"
    to = ("--out", tmp_path / "out", "--language", "en")
    assert "--waiting" in run("report", proposal, *asked, *to).err
    assert run("report", proposal, *asked, *list_, *to).code == 0
