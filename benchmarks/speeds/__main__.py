"""How long what stands round the search takes, beside an earlier checkout in the same run.

Every file in ``measures/`` is a program of its own that imports whatever ``cohorts`` and ``solver``
it is given, and prints one line of JSON per case: ``{"what": …, "seconds": …}``, further figures
as it likes. Here it is run with this checkout and with the one of ``--before`` in turn, so that
both see the same machine; the smallest of ``--repeat`` runs counts.

    git worktree add ../before COMMIT
    python -m benchmarks.speeds --before ../before [--only prices] [--repeat 3]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.ledger import Ledger, parser

HERE = Path(__file__).resolve()
MEASURES = HERE.parent / "measures"
NOW = HERE.parents[2]

Cases = dict[str, dict[str, Any]]


def run(measure: Path, checkout: Path) -> Cases:
    """What one measure prints with the packages of a checkout, by case; told as it comes."""
    found: Cases = {}
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as faults,
        subprocess.Popen(  # noqa: S603 - our own files, with the Python that runs this
            [sys.executable, str(measure)],
            cwd=checkout,
            env={**os.environ, "PYTHONPATH": str(checkout)},
            stdout=subprocess.PIPE,
            stderr=faults,
            text=True,
        ) as running,
    ):
        for line in running.stdout or ():
            print(line, end="", file=sys.stderr, flush=True)
            case = json.loads(line)
            found[case.pop("what")] = case
        if running.wait():
            faults.seek(0)
            last = faults.read().strip().splitlines()[-1:]
            found[measure.stem] = {"seconds": None, "fault": last}
    return found


def quicker(known: Cases, found: Cases) -> Cases:
    """Per case the run that took the fewest seconds."""
    return {
        what: min(
            (cases[what] for cases in (known, found) if what in cases),
            key=lambda one: float("inf") if one["seconds"] is None else one["seconds"],
        )
        for what in {**known, **found}
    }


def compare(measure: Path, before: Path | None, repeat: int) -> Cases:
    """Seconds now and before, and how many times as long it took before."""
    now: Cases = {}
    then: Cases = {}
    for _ in range(repeat):
        if before:
            then = quicker(then, run(measure, before))
        now = quicker(now, run(measure, NOW))
    for what, case in now.items():
        old = then.get(what, {}).get("seconds")
        if old is not None:
            case["before"] = old
            if case["seconds"]:
                case["times"] = round(old / case["seconds"], 1)
            if "points" in case:
                case["points_before"] = then[what].get("points")
    return now


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--before", type=Path, help="an earlier checkout of this project")
    options.add_argument("--only", nargs="+", default=[], help="names of measures")
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    before = given.before.resolve() if given.before else None
    for measure in sorted(MEASURES.glob("*.py")):
        if not given.only or measure.stem in given.only:
            for what, case in compare(measure, before, given.repeat).items():
                ledger.measure(what, lambda case=case: case)


if __name__ == "__main__":
    main()
