"""A long count is told while it goes on, and stops cleanly where somebody stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.committee.counting.approval import Approval
from cohorts.committee.sureness import redraw
from cohorts.committee.sureness.redraw import sureness
from cohorts.words import Language, say
from tests.cohorts.cli.run import ROOT, Run
from tests.cohorts.committee.elections import approvals

VOTES = ROOT / "docs" / "examples" / "votes.csv"
ASKED = ("count", VOTES, "--rule", "approval", "--seats", "5", "--redraws", "8")


def test_the_parts_go_from_nothing_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[float] = []
    few = approvals("ab", "a", "b")
    alone = sureness(few, Approval(), 1, draws=4, progress=lambda _, part: heard.append(part))
    assert heard == []
    monkeypatch.setattr(redraw, "LARGE", 0)
    found = sureness(few, Approval(), 1, draws=4, progress=lambda _, part: heard.append(part))
    assert heard == [0, 0.25, 0.5, 0.75, 1]
    assert found.times_in == alone.times_in


@pytest.mark.parametrize("language", list(Language))
def test_only_a_large_count_says_how_far_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    assert run(*ASKED, "--language", language.value).err == ""
    monkeypatch.setattr(redraw, "LARGE", 0)
    ran = run(*ASKED, "--language", language.value)
    said = [say("count.progress", language, percent=part) for part in (25, 50, 75, 100)]
    assert ran.err.splitlines() == said


def test_whoever_stops_it_gets_the_code_and_no_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(redraw, "who", stop)
    ran = run(*ASKED, "--out", tmp_path / "out", "--language", "en")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("It was stopped")
    assert not (tmp_path / "out").exists()
