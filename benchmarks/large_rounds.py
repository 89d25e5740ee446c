"""Large rounds: six features, groups of about ten, rivals apart; against k-means-constrained.

Each case is composed in a process of its own, which gets a made round from a file: its seconds are
those of ``solve``, its memory the peak of that process, imports included. The round: people around
one in fifty of them, in six features; rivals are near each other, five a person. The peer gets the
same features and sizes, and cannot keep anybody apart. ``mean`` is points a person, over a million.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from benchmarks.peak import peak_mb
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import IntArray
from solver.search.kernels.near import nearest
from solver.search.warm import warm
from solver.solve import solve
from solver.task import Task
from solver.terms import Apart, Likeness

FEATURES, AROUND, NEAR, RIVALS = 6, 50, 500, 5
MEGA = 1e6


def make(n: int, seed: int, path: Path) -> None:
    """Writes the features (n, 6) and the pairs of rivals (m, 2) of a round."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(size=(max(n // AROUND, 1), FEATURES))
    features = centres[draw.integers(0, len(centres), n)] + draw.normal(size=(n, FEATURES)) / 2
    near = nearest(np.round(features * 1000), np.ones(FEATURES), min(NEAR, n - 1))
    ones = draw.integers(0, n, n * RIVALS // 2)
    others = near[ones, draw.integers(0, near.shape[1], ones.size)]
    pairs = np.unique(np.sort(np.stack([ones, others], axis=1), axis=1), axis=0)
    np.savez(path, features=features, rivals=pairs)


def task_of(path: Path) -> Task:
    """Groups of 9 to 11; the features at weight 1, the rivals never together."""
    with np.load(path) as made:
        features, rivals = made["features"], made["rivals"]
    n = len(features)
    groups = n // 10
    terms = (
        Likeness.of("alike", features, np.ones(FEATURES), 1),
        Apart(name="rivals", n=n, edges=rivals),
    )
    return Task(
        n=n,
        low=np.full(groups, 9),
        high=np.full(groups, 11),
        terms=terms,
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def compose(path: Path, seed: int, time_limit: float | None) -> dict[str, Any]:
    """What ``solve`` finds, in this process."""
    task = task_of(path)
    began = time.perf_counter()
    solution = solve(task, seed=seed, time_limit=time_limit)
    seconds = time.perf_counter() - began
    return {
        "seconds": round(seconds, 1),
        "peak_megabytes": round(peak_mb()),
        "mean": solution.score.points / task.n / MEGA,
        "breaches": solution.score.hard,
        "million_proposals": round(solution.story.proposals / MEGA, 1),
    }


def peer(path: Path, seed: int) -> dict[str, Any]:
    """What k-means-constrained makes of it, in this process."""
    # the only one here that is no part of what is measured otherwise, and it imports for seconds
    from k_means_constrained import KMeansConstrained  # noqa: PLC0415

    task = task_of(path)
    likeness = task.terms[0]
    if not isinstance(likeness, Likeness):
        raise TypeError(likeness.name)
    began = time.perf_counter()
    model = KMeansConstrained(task.groups, size_min=9, size_max=11, n_init=1, random_state=seed)
    labels: IntArray = model.fit_predict(likeness.features.astype(np.float64)).astype(np.int64)
    seconds = time.perf_counter() - began
    charges = [term.charge(Grouping(labels, task.groups)) for term in task.terms]
    return {
        "seconds": round(seconds, 1),
        "peak_megabytes": round(peak_mb()),
        "mean": int(charges[0].points.sum()) / task.n / MEGA,
        "breaches": int(charges[1].breaches.sum()),
    }


def measure(people: int, seed: int, time_limit: float | None, *, by_peer: bool) -> dict[str, Any]:
    """The case in a process of its own."""
    given = ["--people", str(people), "--seed", str(seed)]
    given += ["--peer"] if by_peer else []
    given += [] if time_limit is None else ["--time-limit", str(time_limit)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "round.npz"
        make(people, seed, path)
        command = [sys.executable, "-m", "benchmarks.large_rounds", "--file", str(path), *given]
        # nothing but this file, with numbers and a path of our own
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[12_750])
    options.add_argument("--seed", type=int, nargs="+", default=[0])
    options.add_argument("--time-limit", type=float, help="seconds; without, what normal takes")
    options.add_argument("--peer", action="store_true", help="k-means-constrained instead")
    options.add_argument("--file", type=Path, help="a round made before; composed in this process")
    given = options.parse_args()
    if given.file is not None:
        by_peer, seed = given.peer, given.seed[0]
        found = peer(given.file, seed) if by_peer else compose(given.file, seed, given.time_limit)
        print(json.dumps(found))
        return
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    for people in given.people:
        for seed in given.seed:
            who = "k-means-constrained" if given.peer else f"limit {given.time_limit}"
            case = f"{people} people, seed {seed}, {who}"
            run = partial(measure, people, seed, given.time_limit, by_peer=given.peer)
            ledger.measure(case, run)


if __name__ == "__main__":
    main()
