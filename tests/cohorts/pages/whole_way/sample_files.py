"""What applicants and committees of the sample data say, by the company that is judged."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from tests.cohorts.cli.run import ROOT

SAMPLES = ROOT / "sample_data"
Scores = Mapping[str, list[str]]


def rows(file: Path) -> list[dict[str, str]]:
    """Of a table of the sample data."""
    with file.open(encoding="utf-8-sig", newline="") as read:
        return list(csv.DictReader(read))


def scored(file: Path, companies: Mapping[str, str]) -> dict[str, Scores]:
    """Who judges → company → a score a criterion. ``companies``: by id."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows(file):
        who, id_, *scores = row.values()
        found.setdefault(who, {})[companies[id_]] = scores
    return dict(found)
