"""Prices from the command line, in words and for machines."""

from __future__ import annotations

import json

from tests.cohorts.cli.run import ROOT, Run

EXAMPLES = ROOT / "docs" / "examples"
GIVEN = (
    EXAMPLES / "people.csv",
    "--programme",
    EXAMPLES / "programme.toml",
    "--relations",
    EXAMPLES / "relations.csv",
)


def test_prices_in_both_languages_and_for_machines(run: Run) -> None:
    english = run("prices", *GIVEN, "--language", "en")
    assert english.code == 0, english.err
    assert english.out.startswith("What every must costs:\n  Keep apart (competitors)")
    dutch = run("prices", *GIVEN, "--language", "nl")
    assert "Bij een andere loting" in dutch.out
    told = json.loads(run("prices", *GIVEN, "--json").out)
    assert [must["rule"] for must in told["musts"]] == ["keep_apart", "keep_together"]
    assert told["lots"]["seeds"] == [1, 2, 3, 4]
    assert [(s["shape"], s["possible"]) for s in told["shapes"]] == [("more_groups", False)]
    assert told["probable"] is None


def test_prices_of_what_cannot_be_read(run: Run) -> None:
    ran = run("prices", EXAMPLES / "geen.csv", *GIVEN[1:], "--json")
    assert ran.code == 2
