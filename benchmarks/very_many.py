"""Two hundred thousand people by six columns, rivals apart: time, memory, and how far from settled.

    python -m benchmarks.very_many [--long 1200] [--out FILE] [--json]

One run that has all of a minute and three quarters, beside one of ``--long`` seconds; each in a
process of its own, compiled beforehand. ``excess_percent``: how far the value of the short one
lies above that of the long one.
"""

from __future__ import annotations

from functools import partial

from benchmarks.ledger import Ledger, parser
from benchmarks.peak import in_own_process
from benchmarks.rivals_apart import ours
from benchmarks.table import Table
from solver.search.warm import warm

PEOPLE, SHORT, LONG, SEED = 200_000, 105.0, 1_200.0, 0
WIDTHS = {"run": 16, "people": 8, "seconds": 9, "peak_mb": 8, "broken": 7, "excess_percent": 14}


def main() -> None:
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--people", type=int, default=PEOPLE)
    options.add_argument("--short", type=float, default=SHORT, metavar="SECONDS")
    options.add_argument("--long", type=float, default=LONG, metavar="SECONDS")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    table = Table(WIDTHS)
    in_own_process(warm)
    if not given.json:
        print(table.head(), flush=True)
    found = []
    for limit in (given.short, given.long):
        case = f"{given.people} people, {limit:g} s, seed {SEED}"
        run = partial(in_own_process, ours, given.people, SEED, limit)
        found.append(ledger.kept(case, run))
    for limit, record in zip((given.short, given.long), found, strict=True):
        excess = round(100 * (record["value"] / found[-1]["value"] - 1), 2)
        told = {"run": f"{limit:g} s", "people": given.people, "excess_percent": excess}
        ledger.show(
            {**told, **{name: record[name] for name in ("seconds", "peak_mb", "broken")}}, table
        )


if __name__ == "__main__":
    main()
