"""Many people by six columns of numbers, rivals apart, beside k-means-constrained.

    python -m benchmarks.rivals_apart [--people 1000 12750] [--out FILE] [--json]

The other program gets the same features, number of groups and sizes, as many starts as are named
below, and as long as it takes; it knows of no rivals. Ours gets a share of its time. The value is
that of our definition for both: squared distance to the group's mean, summed; a minus is better
than the other program. Each run is a process of its own, compiled and made ready beforehand; its
memory is the peak of that process.
"""

from __future__ import annotations

import time
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from benchmarks.features import LARGEST, SMALLEST, people, rivals, task_of
from benchmarks.ledger import Ledger, Record, parser
from benchmarks.peak import in_own_process, peak_mb
from benchmarks.table import Table
from solver.grouping import Grouping
from solver.search.warm import warm
from solver.solve import solve
from solver.task import Task


class Setting(NamedTuple):
    """``starts``: of the other program; ``share``: of its time, for ours."""

    seeds: tuple[int, ...]
    starts: int
    share: float


SETTINGS = {1_000: Setting((0, 1, 2, 3, 4), 10, 1 / 5), 12_750: Setting((0, 1), 1, 1 / 10)}
OTHERS = Setting((0, 1), 1, 1 / 5)
"""Of any other number of people."""
SHORTEST = 0.05
WIDTHS = {"people": 8, "seed": 5, "seconds": 8, "peer_seconds": 12, "excess_percent": 14}
WIDTHS |= {"broken": 7, "peer_broken": 11, "peak_mb": 8, "peer_peak_mb": 12}


def made(n: int, seed: int) -> Task:
    """The task of so many people."""
    features = people(n, seed)
    return task_of(features, rivals(features, seed))


def judged(task: Task, grouping: Grouping) -> dict[str, Any]:
    """Value and broken pairs by the definitions."""
    alike, apart = (term.charge(grouping) for term in task.terms)
    sizes = grouping.sizes()
    off = np.maximum(task.low - sizes, 0) + np.maximum(sizes - task.high, 0)
    return {"value": int(alike.points.sum()), "broken": int(apart.breaches.sum() + off.sum())}


def peer(n: int, seed: int, starts: int) -> dict[str, Any]:
    """The other program, in a process of its own."""
    from k_means_constrained import KMeansConstrained  # noqa: PLC0415 - not in our process

    task, features = made(n, seed), people(n, seed)
    model = KMeansConstrained(
        task.groups, size_min=SMALLEST, size_max=LARGEST, n_init=starts, random_state=seed
    )
    began = time.monotonic()
    labels = np.asarray(model.fit_predict(features), dtype=np.int64)
    seconds = time.monotonic() - began
    told = judged(task, Grouping(labels, task.groups))
    return {**told, "seconds": round(seconds, 2), "peak_mb": round(peak_mb())}


def ours(n: int, seed: int, limit: float) -> dict[str, Any]:
    """Our own, in a process of its own."""
    task = made(n, seed)
    warm()
    began = time.monotonic()
    found = solve(task, seed=seed, time_limit=limit)
    seconds = time.monotonic() - began
    told = judged(task, found.grouping)
    return {**told, "seconds": round(seconds, 2), "peak_mb": round(peak_mb())}


def beside(mine: Record, theirs: Record, n: int, seed: int) -> dict[str, Any]:
    """A line of the table."""
    return {
        "people": n,
        "seed": seed,
        "seconds": mine["seconds"],
        "peer_seconds": theirs["seconds"],
        "excess_percent": round(100 * (mine["value"] / theirs["value"] - 1), 2),
        "broken": mine["broken"],
        "peer_broken": theirs["broken"],
        "peak_mb": mine["peak_mb"],
        "peer_peak_mb": theirs["peak_mb"],
    }


def main() -> None:
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--people", type=int, nargs="+", default=list(SETTINGS))
    options.add_argument("--seeds", type=int, nargs="+", help="others than are named here")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    table = Table(WIDTHS)
    in_own_process(warm)
    if not given.json:
        print(table.head(), flush=True)
    for n in given.people:
        setting = SETTINGS.get(n, OTHERS)
        for seed in given.seeds or setting.seeds:
            run = partial(in_own_process, peer, n, seed, setting.starts)
            theirs = ledger.kept(f"peer, {n} people, {setting.starts} starts, seed {seed}", run)
            limit = max(theirs["seconds"] * setting.share, SHORTEST)
            case = f"ours, {n} people, share {setting.share:g}, seed {seed}"
            mine = ledger.kept(case, partial(in_own_process, ours, n, seed, limit))
            ledger.show(beside(mine, theirs, n, seed), table)


if __name__ == "__main__":
    main()
