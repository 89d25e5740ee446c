"""How good a composition of published instances is in so much time.

    python -m benchmarks.mdgp FILE … --time-limit 10 --seed 0 [--published CSV] [--json]

A line for each file and seed: ``instance, n, groups, value, bound, status, seconds, peak_mb,
seed``. ``value`` is the diversity within groups, to be as large as it can, summed from the file's
own numbers; ``bound`` what no division can pass, none where nothing is proven; ``peak_mb`` of the
process, one for each run. With ``--published`` also ``gap_percent``: how far the value is below
the published best, in percent of that; a minus is above it. The answer is checked by the
definitions, and by the file's bounds. Exit code 2 where a file is none of the library.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from benchmarks.ledger import Ledger, parser
from benchmarks.mdgp.instance import Instance, InstanceError, read_instance
from benchmarks.mdgp.measure import COLUMNS, measure, with_gap
from benchmarks.mdgp.published import read_published
from benchmarks.peak import in_own_process
from benchmarks.table import Table
from solver.search.warm import warm

LONGEST = 86_400
WIDTHS = {name: 12 if name in ("value", "bound") else 8 for name in COLUMNS}
WIDTHS |= {"instance": 20, "status": 13, "gap_percent": 11}


def main(given: list[str] | None = None) -> int:
    """Every file by every seed. The exit code."""
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("files", type=Path, nargs="+", metavar="FILE")
    options.add_argument("--time-limit", type=float, default=10.0, metavar="S")
    options.add_argument("--seed", type=int, default=0, metavar="N")
    options.add_argument("--seeds", type=int, nargs="+", metavar="N", help="several, in turn")
    options.add_argument("--published", type=Path, metavar="CSV", help="columns instance and best")
    options.add_argument("--workers", type=int, metavar="N", help="cores; all there are")
    asked = options.parse_args(given)
    if not 0 < asked.time_limit <= LONGEST:
        options.error(f"--time-limit: more than 0 and at most {LONGEST} seconds")
    seeds = [asked.seed] if asked.seeds is None else asked.seeds
    if min(seeds) < 0 or (asked.workers is not None and asked.workers < 1):
        options.error("--seed: 0 or more; --workers: 1 or more")
    try:
        published = {} if asked.published is None else read_published(asked.published)
        cases = {path: case_of(read_instance(path)) for path in asked.files}
    except InstanceError as error:
        return refused(error, as_json=asked.json)
    ledger = Ledger(asked.out, as_json=asked.json)
    columns = COLUMNS if asked.published else COLUMNS[:-1]
    table = Table({name: WIDTHS[name] for name in columns})
    if not asked.json:
        print(table.head(), flush=True)
    in_own_process(warm)  # what is compiled there counts in no peak
    for path, name in cases.items():
        for seed in seeds:
            case = f"{name}, {asked.time_limit:g} s, seed {seed}, workers {asked.workers}"
            run = partial(in_own_process, measure, path, asked.time_limit, seed, asked.workers)
            record = with_gap(ledger.kept(case, run), published)
            line = {name: record[name] for name in columns}
            ledger.show(line, table)
    return 0


def case_of(instance: Instance) -> str:
    """What a record is kept under: the name of the file and what is in it."""
    return f"{instance.name} {instance.digest[:16]}"


def refused(error: InstanceError, *, as_json: bool) -> int:
    """Says what is wrong with a file; the exit code for that."""
    if as_json:
        told = {"place": error.place, "fault": error.fault, "remedy": error.remedy}
        print(json.dumps({"error": {"code": "mdgp.instance", **told}}, ensure_ascii=False))
    else:
        print(error, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
