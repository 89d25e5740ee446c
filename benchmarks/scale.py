"""Time and memory of the whole command, with every rule at once, by the number of people.

A process of its own, as a user starts it: import, reading the workbook, composing at ``normal``,
checking and writing the four files. Memory is the peak of the process and all its children.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.ledger import Ledger, parser
from sample_data.making.files import write_relations, write_workbook
from sample_data.rounds import overijssel
from solver.search.warm import warm

RULES = Path(__file__).parent / "all_rules.toml"
COMMAND = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
MEGA = 1e6


def resident(process: psutil.Process) -> int:
    """Bytes of the process and its children; 0 once it has ended."""
    total = 0
    try:
        for one in (process, *process.children(recursive=True)):
            total += one.memory_info().rss
    except psutil.Error:
        pass
    return total


def measure(people: int, rules: Path, effort: str, seed: int) -> dict[str, Any]:
    """Seconds and peak memory of ``cohorts compose`` on made applicants."""
    records, relations = overijssel.make(seed + overijssel.SEED, people)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(records, folder / "people.xlsx")
        write_relations(relations, folder / "relations.csv")
        given = ["compose", folder / "people.xlsx", "--programme", rules, "--effort", effort]
        given += ["--relations", folder / "relations.csv", "--out", folder / "out"]
        given += ["--count-from", "approached"]  # the sample has people who only said "probably"
        began = time.perf_counter()
        process = psutil.Popen(
            [sys.executable, "-c", COMMAND, *map(str, given)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, resident(process))
            time.sleep(0.02)
        seconds = time.perf_counter() - began
        outcome = process.stdout.read().decode().splitlines()
    return {
        "exit": process.returncode,
        "seconds": round(seconds, 1),
        "peak_megabytes": round(peak / MEGA),
        "outcome": outcome[0] if outcome else "",
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--effort", default="normal")
    options.add_argument("--seeds", type=int, default=1)
    options.add_argument("--programme", type=Path, default=RULES)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    for people in given.people:
        for seed in range(given.seeds):
            case = f"{people} people, {given.programme.stem}, {given.effort}, seed {seed}"
            ledger.measure(
                case,
                lambda people=people, seed=seed: measure(  # type: ignore[misc]  # a lambda of its own round
                    people, given.programme, given.effort, seed
                ),
            )


if __name__ == "__main__":
    main()
