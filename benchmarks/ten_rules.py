"""Ten rules of different kinds at once on the real companies, beside likeness alone.

Shown per seed: how many times the time of likeness alone (same run, same effort) it takes, and how
far its points lie above its own long-run best: the best of so many ``thorough`` runs.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.ledger import Ledger, parser
from benchmarks.likeness import REAL, problem_with
from cohorts import load_programme, read_applicants
from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.fields.field_map import load_map
from solver.search.warm import warm
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task

RULES = Path(__file__).parent / "ten_rules.toml"


def task() -> Task:
    """The real companies under the ten rules."""
    programme = load_programme(RULES)
    applicants = read_applicants(REAL / "companies.csv", load_map(REAL / "map.toml"))
    relations = read_relations(REAL / "relations.csv", applicants)
    return demands_of(programme, prepare(applicants, programme, relations=relations))[0].task


def long_run(asked: Task, runs: int) -> dict[str, Any]:
    """The fewest points of ``runs`` thorough runs, with seeds no case uses."""
    found = [solve(asked, seed=1000 + run, effort=Effort.THOROUGH) for run in range(runs)]
    return {
        "points": min(one.score.points for one in found),
        "seconds": round(sum(one.story.seconds for one in found), 1),
    }


def measure(asked: Task, alone: Task, best: int, seed: int) -> dict[str, Any]:
    """One composition at ``normal`` of each."""
    ten, two = solve(asked, seed=seed), solve(alone, seed=seed)
    return {
        "breaches": ten.score.hard,
        "seconds": round(ten.story.seconds, 2),
        "likeness_seconds": round(two.story.seconds, 2),
        "times": round(ten.story.seconds / two.story.seconds, 2),
        "excess_percent": round(100 * (ten.score.points / best - 1), 2),
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--long", type=int, default=4, help="thorough runs for the best")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    asked, alone = task(), problem_with(())
    best = ledger.measure(f"long run of {given.long}", lambda: long_run(asked, given.long))
    for seed in range(given.seeds):
        case = f"ten rules, seed {seed}"
        ledger.measure(case, partial(measure, asked, alone, best["points"], seed))


if __name__ == "__main__":
    main()
