"""Who can come at the best part of the week of their group: ``python -m benchmarks.best_slot``.

Composes every sample round (or those named) by its programme, and counts per group who ticked the
part of the week that most of its members ticked; "unsaid" ticked none.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from cohorts import read_applicants
from cohorts.people.spelling import spelled_alike
from sample_data.demo import Step, names, steps

OURS = "from cohorts.cli import main; main()"


def ticked(applicants: Path) -> dict[str, tuple[str, ...]]:
    """Id → the parts of the week that somebody ticked."""
    return {a.id: a.availability for a in spelled_alike(tuple(read_applicants(str(applicants))))}


def best(group: Iterable[tuple[str, ...]]) -> int:
    """How many can come at the part of the week that suits most of a group."""
    counts = Counter(slot for slots in group for slot in slots)
    return max(counts.values(), default=0)


def row(name: str, step: Step, more: list[str]) -> str:
    """A line of the table: placed, who can come at the best part, who said nothing."""
    command = [sys.executable, "-c", OURS, *step.compose("en", *more)]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own command
    said = ticked(step.applicants)
    groups: dict[str, list[tuple[str, ...]]] = {}
    with (step.out / "groups.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            if line["group"]:
                groups.setdefault(line["group"], []).append(said.get(line["applicant_id"], ()))
    placed = sum(map(len, groups.values()))
    can = sum(map(best, groups.values()))
    unsaid = sum(not slots for group in groups.values() for slots in group)
    return f"{name:30}{len(groups):8}{placed:8}{can:8}{unsaid:8}"


def main() -> None:
    """The table of all rounds that were asked when they can come."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", nargs="*")
    parser.add_argument("--sweeps", help="as of cohorts compose")
    asked = parser.parse_args()
    more = ["--sweeps", asked.sweeps] if asked.sweeps else []
    print(f"{'round':30}{'groups':>8}{'placed':>8}{'can':>8}{'unsaid':>8}")
    for name in asked.rounds or names():
        with tempfile.TemporaryDirectory() as out:
            *_, last = steps(name, Path(out))
            if last.code == 0 and any(ticked(last.applicants).values()):
                print(row(name, last, more), flush=True)


if __name__ == "__main__":
    main()
