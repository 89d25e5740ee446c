"""Random cohorts of up to ten in every form of pairing, against every pairing there is.

Pairs with a trio or with one out, a ring, guides and coaches, with pins and forbidden links; also
the best without one link, and, where nothing fits, whether what clashes does, and is minimal. The
oracle is plain Python (``tests.solver.pairing.every_pairing``). With ``--sizes`` instead: seconds
for cohorts of those sizes, which no oracle can reach.
"""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from solver.pairing.asked_links import Asked
from solver.pairing.guide import guide
from solver.pairing.in_pairs import Odd, pairs
from solver.pairing.ring import ring
from tests.solver.pairing.verified import verified


def checked(seed: int, most: int) -> dict[str, Any]:
    """One cohort: of which forms there was an answer, and what is false."""
    began = time.perf_counter()
    found = verified(seed, most)
    return {
        "answered": [name for name, answered, _ in found if answered],
        "refused": [name for name, answered, _ in found if not answered],
        "faults": [f"{name}: {fault}" for name, _, faults in found for fault in faults],
        "seconds": round(time.perf_counter() - began, 3),
    }


def timed(size: int, seed: int, kind: str) -> dict[str, Any]:
    """Seconds of each form for one cohort of that size."""
    costs = COSTS[kind](np.random.default_rng(seed), size)
    asked = Asked(costs=costs, allowed=np.ones((size, size), dtype=np.bool_))
    guides = np.arange(size) % 3 == 0
    runs = {
        "trio" if size % 2 else "pairs": partial(pairs, asked),
        "out": partial(pairs, asked, odd=Odd.OUT),
        "ring": partial(ring, asked),
        "guide": partial(guide, asked, guides=guides, most=2),
    }
    seconds = {}
    for name, run in runs.items():
        began = time.perf_counter()
        run()
        seconds[name] = round(time.perf_counter() - began, 3)
    return seconds


def _random(draw: np.random.Generator, size: int) -> np.ndarray:
    costs = np.triu(draw.integers(0, 1000, (size, size)), 1)
    return costs + costs.T


def _plane(draw: np.random.Generator, size: int) -> np.ndarray:
    at = draw.random((size, 2))
    apart = np.sqrt(((at[:, None] - at[None]) ** 2).sum(axis=-1))
    return np.rint(1e6 * apart).astype(np.int64)


def _few(draw: np.random.Generator, size: int) -> np.ndarray:
    costs = np.triu(draw.integers(0, 3, (size, size)), 1)
    return costs + costs.T


def _villages(draw: np.random.Generator, size: int) -> np.ndarray:
    village = draw.integers(0, 3, size)
    far = 10**6 * (village[:, None] != village[None])
    return np.asarray(far + _random(draw, size), dtype=np.int64)


COSTS = {"random": _random, "plane": _plane, "few values": _few, "villages": _villages}


def main() -> None:
    """Cohort by cohort, then the counts; or seconds by size."""
    options = parser(__doc__)
    options.add_argument("--cohorts", type=int, default=1000)
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--most", type=int, default=10, help="rows of the largest cohort")
    options.add_argument("--sizes", type=int, nargs="*", help="only seconds, for these sizes")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    if given.sizes:
        for size in given.sizes:
            for kind in COSTS:
                ledger.measure(f"{size} rows, {kind}", partial(timed, size, given.first, kind))
        return
    seeds = range(given.first, given.first + given.cohorts)
    records = [ledger.kept(f"cohort {seed}", partial(checked, seed, given.most)) for seed in seeds]
    wrong = [record for record in records if record["faults"]]
    for record in wrong:
        ledger.measure(record["case"], dict)
    answered, refused = (
        Counter(name for record in records for name in record[part])
        for part in ("answered", "refused")
    )
    total = {"cohorts": len(records), "answered": dict(answered), "refused": dict(refused)}
    ledger.measure("all", lambda: {**total, "cohorts with a fault": len(wrong)})


if __name__ == "__main__":
    main()
