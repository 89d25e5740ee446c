"""Likeness against k-means-constrained on the real companies, without and with hard rules.

The peer gets the same features, number of groups and sizes; it cannot keep people apart. The
value is that of our definition for both: price × squared distance to the group's mean, summed.
We get the time the peer took, or half a second where that is longer; ``normal`` is what a user
gets without asking for anything.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from cohorts import load_programme, read_applicants
from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.fields.field_map import load_map
from cohorts.programme.programme import Programme
from solver.grouping import Grouping
from solver.search.warm import warm
from solver.solve import solve
from solver.task import Task
from solver.terms import Likeness

REAL = Path(__file__).parents[1] / "sample_data" / "real"
SHORTEST = 0.5


def problem_with(rules: tuple[str, ...]) -> Task:
    """The sample's task: both features, and of the musts only these."""
    programme = load_programme(REAL / "programme.toml")
    chosen = tuple(r for r in programme.rules if r.rule in ("comparable", *rules))
    asked: Programme = programme.model_copy(update={"rules": chosen})
    applicants = read_applicants(REAL / "companies.csv", load_map(REAL / "map.toml"))
    relations = read_relations(REAL / "relations.csv", applicants)
    return demands_of(asked, prepare(applicants, asked, relations=relations))[0].task


def features_of(task: Task) -> np.ndarray:
    """(n, d) floats whose squared distances are the task's points."""
    near = [t for t in task.terms if isinstance(t, Likeness)]
    return np.hstack([t.features * np.sqrt(float(t.price or 0)) for t in near])


def value_of(task: Task, grouping: Grouping) -> int:
    """The points of the likeness terms by their definition."""
    near = [t for t in task.terms if isinstance(t, Likeness)]
    return sum(int(t.charge(grouping).points.sum()) for t in near)


def peer(task: Task, seed: int) -> tuple[Grouping, float]:
    """The peer's grouping, and its seconds; run alone and warm."""
    from k_means_constrained import KMeansConstrained  # noqa: PLC0415 - only who measures has it

    features = features_of(task)
    sizes = {"size_min": int(task.low[0]), "size_max": int(task.high[0])}

    def fit() -> np.ndarray:
        model = KMeansConstrained(task.groups, n_init=10, random_state=seed, **sizes)
        return np.asarray(model.fit_predict(features), dtype=np.int64)

    fit()
    began = time.perf_counter()
    labels = fit()
    return Grouping(labels, task.groups), time.perf_counter() - began


def cases(seeds: int) -> Iterator[tuple[str, tuple[str, ...], int]]:
    for seed in range(seeds):
        yield f"no musts, seed {seed}", (), seed
        yield f"at most 2 per sub-industry, seed {seed}", ("at_most",), seed
        yield f"rivals apart, seed {seed}", ("keep_apart",), seed
        yield f"both musts, seed {seed}", ("at_most", "keep_apart"), seed


def measure(rules: tuple[str, ...], seed: int) -> dict[str, Any]:
    """Both values, and our excess over the peer's (negative: ours is better)."""
    task = problem_with(rules)
    theirs, seconds = peer(task, seed)
    limit = max(seconds, SHORTEST)
    ours = solve(task, seed=seed, time_limit=limit)
    free = solve(problem_with(()), seed=seed, time_limit=limit)
    value, best = value_of(task, ours.grouping), value_of(task, theirs)
    normal = solve(task, seed=seed)
    broken = sum(int(t.charge(theirs).breaches.sum()) for t in task.terms)
    return {
        "n": task.n,
        "groups": task.groups,
        "seconds": round(ours.story.seconds, 2),
        "peer_seconds": round(seconds, 2),
        "excess_percent": round(100 * (value / best - 1), 2),
        "normal_seconds": round(normal.story.seconds, 2),
        "normal_excess_percent": round(100 * (value_of(task, normal.grouping) / best - 1), 2),
        "price_percent": round(100 * (value / value_of(task, free.grouping) - 1), 2),
        "breaches": ours.score.hard,
        "peer_breaches": broken,
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seeds", type=int, default=3)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    for case, rules, seed in cases(given.seeds):
        ledger.measure(case, partial(measure, rules, seed))


if __name__ == "__main__":
    main()
