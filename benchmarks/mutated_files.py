"""Damaged files: does every command end in words, in time, and leave nothing half written?

``python -m benchmarks.mutated_files --files 10000``: applicants (CSV, workbook, open document,
JSON), and the files that stand beside them, each damaged in one to three ways; always the same
ones by their number. A line a file; those with a fault are kept (``--keep``). 1 where any has one.
``--each-once``: of these as few as show every damage, command and ending among them.
"""

from __future__ import annotations

import gc
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.ledger import Ledger, Record, parser
from benchmarks.mutated.demands import faults
from benchmarks.mutated.forked import ran, warmed
from benchmarks.mutated.seeds import FILE, OUT, Seed, seeds

Known = Mapping[str, list[Seed]]
"""Kind → files of that kind that are whole."""
SHARES = {
    "applicants": 10,
    "programme": 4,
    "proposal": 3,
    "map": 2,
    "relations": 2,
    "merit": 1,
    "previous": 1,
    "waiting": 1,
}
"""How often each kind of file is drawn."""


def damaged(number: int, seed: int, known: Known) -> tuple[Seed, dict[str, Any]]:
    """File ``number`` of a series: what it was, what happened to it, and its command."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - the same each time, no secret
    kinds = [kind for kind in SHARES if kind in known]
    kind = dice.choices(kinds, weights=[SHARES[kind] for kind in kinds])[0]
    by_ending: dict[str, list[Seed]] = {}
    for one in known[kind]:
        by_ending.setdefault(one.ending, []).append(one)
    chosen = dice.choice(by_ending[dice.choice(sorted(by_ending))])
    data, done = chosen.data, []
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        mutation = dice.choice(chosen.mutations)
        done.append(mutation.__name__)
        data = mutation(dice, data)
    command = dice.choice(chosen.commands)
    ending = chosen.ending if dice.random() < 0.95 else dice.choice([".csv", ".xlsx", ".json", ""])
    given = [f"file{ending}" if part == FILE else part.replace(OUT, "out") for part in command]
    if command[0] != "diff":
        given += ["--language", dice.choice(["nl", "en"])]
    if dice.random() < 0.4:
        given.append("--json")
    return chosen, {"damage": done, "data": data, "ending": ending, "arguments": given}


def each_once(numbers: Iterable[int], seed: int, known: Known) -> list[int]:
    """Few that show every damage, every command for a kind and every ending of a kind among them.

    Whichever shows most that none before did, again and again.
    """
    shown = {number: _shown(*damaged(number, seed, known)) for number in numbers}
    left = {one for those in shown.values() for one in those}
    chosen: list[int] = []
    while left:
        most = max(shown, key=lambda number: len(shown[number] & left))
        chosen.append(most)
        left -= shown[most]
    return sorted(chosen)


def _shown(one: Seed, made: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """Its damages, its command and its ending, the latter two with the kind of file."""
    rest = {(one.kind, one.ending), (one.kind, made["arguments"][0])}
    return {(done,) for done in made["damage"]} | rest


def run(number: int, seed: int, known: Known, keep: Path | None) -> dict[str, Any]:
    """One file: what came of it, and every demand that does not hold."""
    chosen, made = damaged(number, seed, known)
    with tempfile.TemporaryDirectory(prefix="mutated-") as name:
        folder = Path(name)
        file = folder / f"file{made['ending']}"
        file.write_bytes(made["data"])
        found = ran(made["arguments"], folder)
        wrong = faults(found, made["arguments"], folder)
        if wrong and keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, keep / f"{seed}-{number}{made['ending']}")
    return {
        "kind": chosen.kind,
        "file": chosen.name,
        "damage": made["damage"],
        "bytes": len(made["data"]),
        "command": " ".join(made["arguments"]),
        "code": found.code,
        "seconds": round(found.seconds, 3),
        "megabytes": round(found.megabytes),
        "faults": wrong,
    }


def summary(records: list[Record]) -> dict[str, Any]:
    """How they ended, what it took, and each kind of fault with its smallest file."""
    seconds = sorted(r["seconds"] for r in records)
    kinds: dict[str, list[Record]] = {}
    for record in records:
        for fault in record["faults"]:
            kinds.setdefault(re.sub(r"\d+", "#", fault)[:160], []).append(record)
    return {
        "files": len(records),
        "kinds": dict(Counter(r["kind"] for r in records).most_common()),
        "exit codes": dict(sorted(Counter(r["code"] for r in records).items())),
        "seconds": {
            "all": round(sum(seconds), 1),
            "median": seconds[len(seconds) // 2],
            "most": seconds[-1],
        },
        "megabytes, most": max(r["megabytes"] for r in records),
        "files with a fault": sum(bool(r["faults"]) for r in records),
        "faults": {
            fault: f"{len(those)}, smallest {min(those, key=lambda r: int(r['bytes']))['case']}"
            for fault, those in sorted(kinds.items(), key=lambda k: -len(k[1]))
        },
    }


def main() -> int:
    """File by file, then the counts. The exit code."""
    options = parser(__doc__)
    options.add_argument("paths", nargs="*", type=Path, help="more applicants, or folders of them")
    options.add_argument("--files", type=int, default=1_000, help="so many")
    options.add_argument("--first", type=int, default=1, help="the number of the first")
    options.add_argument("--seed", type=int, default=0, help="another series")
    options.add_argument("--each-once", action="store_true", help="only what is new among them")
    options.add_argument("--keep", type=Path, help="a folder for the files with a fault")
    given = options.parse_args()
    known = seeds(tuple(path.resolve() for path in given.paths))
    with tempfile.TemporaryDirectory(prefix="mutated-") as name:
        warmed(_whole(known, Path(name)))
    gc.collect()
    gc.freeze()
    numbers: Iterable[int] = range(given.first, given.first + given.files)
    if given.each_once:
        numbers = each_once(numbers, given.seed, known)
    ledger = Ledger(given.out, as_json=given.json)
    records = [
        ledger.measure(
            f"{given.seed}-{number}",
            lambda: run(number, given.seed, known, given.keep),  # noqa: B023 - run at once
        )
        for number in numbers
    ]
    told = summary(records)
    for key, value in told.items():
        if isinstance(value, dict) and key == "faults":
            print(f"{key}:", *(f"\n  {n}: {fault}" for fault, n in value.items()), file=sys.stderr)
        else:
            print(f"{key}: {value}", file=sys.stderr)
    return 1 if told["files with a fault"] else 0


def _whole(known: Known, folder: Path) -> list[list[str]]:
    """Every command, once, with a file that is whole."""
    commands: dict[str, list[str]] = {}
    for one in (seed for those in known.values() for seed in those):
        for number, command in enumerate(one.commands):
            key = f"{command[0]} {one.ending}"
            if key not in commands:
                file = folder / f"{len(commands)}{one.ending}"
                file.write_bytes(one.data)
                out = str(folder / f"out{len(commands)}-{number}")
                commands[key] = [
                    str(file) if part == FILE else part.replace(OUT, out) for part in command
                ]
    return list(commands.values())


if __name__ == "__main__":
    sys.exit(main())
