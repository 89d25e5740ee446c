"""Composes the samples of the programmes: sizes of the groups, and each wish beside chance.

``python -m benchmarks.sample_rounds [NAME …] [--effort quick] [--json]``: a line a round. *Times
better than chance* is the mean over random groups of the same sizes against what was composed; of
squared distances the root, as in the report.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from cohorts.cli.app import app
from cohorts.rules import rules
from sample_data.demo import Step, names, steps


def main() -> int:
    """Composes and prints. The exit code: that of the first round that cannot be composed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="samples; none: all that have groups")
    parser.add_argument("--effort", default="normal")
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args()
    for name in asked.names or names():
        with tempfile.TemporaryDirectory() as folder:
            for step in steps(name, Path(folder)):
                if step.code:
                    continue
                ran = CliRunner().invoke(app, step.compose("en", "--effort", asked.effort))
                if ran.exit_code:
                    return ran.exit_code
                print(_line(_measured(name, step), as_json=asked.json), flush=True)
    return 0


def _measured(name: str, step: Step) -> dict[str, Any]:
    """What a proposal came to: of its groups the sizes, of its wishes how far beside chance."""
    made = json.loads((step.out / "proposal.json").read_text("utf-8"))
    return {
        "round": f"{name} {step.applicants.stem}",
        "sizes": sorted(len(group["members"]) for group in made["groups"]),
        "left": sum(one["kind"] == "not_placed" for one in made["not_placed"]),
        "beside_chance": dict(_beside_chance(made)),
    }


def _beside_chance(made: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Key of a rule → how many times better than chance."""
    kinds = {rule["key"]: rule["rule"] for rule in _keyed(made["frozen_programme"]["rules"])}
    for finding in made["findings"]:
        here, random = finding["here"], finding["random"]
        if random is None or not here or not random:
            continue
        ratio = here / random if random < 0 else random / here
        of_squares = rules()[kinds[finding["rule"]]].OF_SQUARES
        yield finding["rule"], round(math.sqrt(max(ratio, 0.0)) if of_squares else ratio, 2)


def _keyed(tables: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return ({**table, "key": table.get("key") or table["rule"]} for table in tables)


def _line(found: dict[str, Any], *, as_json: bool) -> str:
    if as_json:
        return json.dumps(found)
    wishes = "  ".join(f"{key} {times}" for key, times in found["beside_chance"].items())
    sizes = ", ".join(map(str, found["sizes"]))
    return f"{found['round']}: {sizes} ({found['left']} left)  {wishes}"


if __name__ == "__main__":
    sys.exit(main())
