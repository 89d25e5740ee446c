"""The whole of ``cohorts compose`` as a process, and how much of it the search takes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_round import ELEVEN_RULES

from sample_data.making.files import write_relations, write_workbook
from sample_data.rounds import overijssel

COMMAND = "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()"
DAY = "2026-10-01"


def spent() -> float:
    """Seconds of processor of every process that was started here and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def composed(folder: Path, effort: str) -> dict[str, float]:
    """Seconds of the command; of those, of the solver; of the processor (all cores); and points."""
    given = ["compose", folder / "people.xlsx", "--relations", folder / "relations.csv"]
    given += ["--programme", ELEVEN_RULES, "--effort", effort, "--count-from", "approached"]
    given += ["--on", DAY, "--out", folder / "out"]
    before, began = spent(), time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMAND, *map(str, given)],
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    seconds = time.perf_counter() - began
    stated = json.loads((folder / "out" / "proposal.json").read_text("utf-8"))
    search, score = stated["seconds"], stated["score"]
    return {
        "seconds": round(seconds, 2),
        "search": round(search, 2),
        "around": round(seconds - search, 2),
        "processor": round(spent() - before, 2),
        "points": round(score["soft"] / score["unit"], 6),
    }


def main() -> None:
    for people in (100, 1000):
        records, relations = overijssel.make(overijssel.SEED, people)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_workbook(records, folder / "people.xlsx")
            write_relations(relations, folder / "relations.csv")
            for effort in ("quick", "normal"):
                case = composed(folder, effort)
                print(json.dumps({"what": f"whole: {people} people, {effort}", **case}))


if __name__ == "__main__":
    main()
