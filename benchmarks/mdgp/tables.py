"""The gap to the published best by class of instance: the median over its files and the seeds.

    python -m benchmarks.mdgp.tables FOLDER [--published CSV] [--out FILE] [--json]

Every file of FOLDER of the classes below that has a published value (by default those in its
``published_tpsdp.csv``), by five seeds of ten seconds each: settings of the table, frozen.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.ledger import Ledger, Record, parser
from benchmarks.mdgp.__main__ import case_of, refused
from benchmarks.mdgp.instance import InstanceError, read_instance
from benchmarks.mdgp.measure import measure, with_gap
from benchmarks.mdgp.published import read_published
from benchmarks.peak import in_own_process
from benchmarks.table import Table
from solver.search.warm import warm

SEEDS = (0, 1, 2, 3, 4)
SECONDS = 10.0
TARGETS = {
    ("Geo", 120): -0.02,
    ("Geo", 240): -0.02,
    ("Geo", 480): -0.02,
    ("RanReal", 120): 0.02,
    ("RanInt", 120): 0.02,
    ("RanReal", 240): 0.05,
    ("RanInt", 240): 0.05,
    ("RanReal", 480): 0.0,
    ("RanInt", 480): 0.0,
}
"""(kind, n) → the median gap that is aimed at, in percent; also the classes that are measured."""
NAMED = re.compile(r"(?P<kind>[A-Za-z]+)_n(?P<n>\d+)_(?P<sizes>ss|ds)_\d+")
WIDTHS = {"class": 16, "files": 6, "runs": 5, "median": 9, "least": 9, "most": 9, "target": 8}


class Class(NamedTuple):
    """Instances of one kind, number of elements, and even (ss) or given (ds) sizes."""

    kind: str
    n: int
    sizes: str

    def __str__(self) -> str:
        return f"{self.kind} n={self.n} {self.sizes}"


def class_of(path: Path) -> Class | None:
    """The class that a file's name says; None where it is no name of the library."""
    named = NAMED.match(path.name)
    return named and Class(named["kind"], int(named["n"]), named["sizes"])


def row_of(of: Class, records: Sequence[Record]) -> dict[str, Any]:
    """A line of the table: the gaps of one class, in percent; a minus is above the published."""
    gaps = [record["gap_percent"] for record in records]
    return {
        "class": str(of),
        "files": len({record["instance"] for record in records}),
        "runs": len(records),
        "median": round(statistics.median(gaps), 4),
        "least": min(gaps),
        "most": max(gaps),
        "target": TARGETS[of.kind, of.n],
    }


def files_of(folder: Path, published: Sequence[str]) -> dict[Class, list[Path]]:
    """The files of each class of the table that have a published value."""
    found: dict[Class, list[Path]] = {}
    for path in sorted(folder.glob("*.txt*")):
        of = class_of(path)
        if of and (of.kind, of.n) in TARGETS and path.name.split(".")[0] in published:
            found.setdefault(of, []).append(path)
    return dict(sorted(found.items()))


def main(given: list[str] | None = None) -> int:
    """Every class; what is measured stands on stderr while it goes. The exit code."""
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folder", type=Path)
    options.add_argument("--published", type=Path, metavar="CSV")
    options.add_argument("--time-limit", type=float, default=SECONDS, metavar="S")
    options.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS), metavar="N")
    options.add_argument("--only", nargs="+", default=[], metavar="CLASS", help='as "Geo n=120 ss"')
    asked = options.parse_args(given)
    ledger = Ledger(asked.out, as_json=asked.json)
    try:
        published = read_published(asked.published or asked.folder / "published_tpsdp.csv")
        classes = files_of(asked.folder, list(published))
        if asked.only:
            classes = {of: paths for of, paths in classes.items() if str(of) in asked.only}
        cases = {p: case_of(read_instance(p)) for paths in classes.values() for p in paths}
    except InstanceError as error:
        return refused(error, as_json=asked.json)
    in_own_process(warm)
    table = Table(WIDTHS)
    if not asked.json:
        print(table.head(), flush=True)
    for of, paths in classes.items():
        records = []
        for path in paths:
            for seed in asked.seeds:
                case = f"{cases[path]}, {asked.time_limit:g} s, seed {seed}, workers None"
                run = partial(in_own_process, measure, path, asked.time_limit, seed, None)
                records.append(with_gap(ledger.kept(case, run), published))
                print(json.dumps(records[-1]), file=sys.stderr, flush=True)
        ledger.show(row_of(of, records), table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
