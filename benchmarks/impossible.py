"""Random impossible rounds: is the verdict true, the clash minimal, and every piece of advice?

Rounds are made at random until so many were said to be impossible; those that are possible on the
way are verified as well. The verdict and the clash are held against an integer programme that
shares nothing with the product (``tests.cohorts.outlook.second_engine``); advice is done, and the
round composed and checked.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from benchmarks.ledger import Ledger, parser
from tests.cohorts.outlook.mixed_rounds import mixed
from tests.cohorts.outlook.second_engine import UndecidedError
from tests.cohorts.outlook.verified import verified


def run(seed: int, without: Collection[str]) -> dict[str, Any]:
    """One round: what was said of it, and what of that is false."""
    began = time.perf_counter()
    try:
        found = asdict(verified(mixed(seed, without)))
    except UndecidedError:
        found = {"outcome": "undecided", "code": "", "advice": "", "faults": []}
    return found | {"seconds": round(time.perf_counter() - began, 2)}


def summary(records: list[Mapping[str, Any]]) -> dict[str, Any]:
    """How often each thing was said, and how often something of it was false."""
    by = {
        name: dict(Counter(r[name] for r in records if r[name]).most_common())
        for name in ("outcome", "code", "advice")
    }
    faults = Counter(fault.split(":")[0] for r in records for fault in r["faults"])
    wrong = sum(bool(r["faults"]) for r in records)
    return {"rounds": len(records), **by, "rounds with a fault": wrong, "faults": dict(faults)}


def main() -> None:
    """Round by round, then the counts."""
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=300, help="so many impossible ones")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--without", nargs="*", default=[], help="kinds of musts to leave out")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    records: list[Mapping[str, Any]] = []
    seed = given.first
    while sum(r["outcome"] == "impossible" for r in records) < given.rounds:
        records.append(ledger.measure(f"round {seed}", lambda: run(seed, given.without)))  # noqa: B023 - run at once
        seed += 1
    for name, value in summary(records).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
