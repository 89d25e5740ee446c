"""Ten rules of different kinds at once on the real companies, beside likeness alone.

Shown per seed, for each of the two: the seconds until it was within 1 % of its own long-run best,
by the story of its improvements, and how far it ends above that best: the best of so many
``thorough`` runs. Both at ``normal``, in the same run; *times* sets the seconds of the ten rules
beside those of likeness alone, to within 1 % and for the whole search.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.ledger import Ledger, parser
from benchmarks.likeness import REAL, problem_with
from benchmarks.peak import in_own_process
from cohorts import load_programme, read_applicants
from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.fields.field_map import load_map
from solver.search.warm import warm
from solver.solution import Effort, Story
from solver.solve import solve
from solver.task import Task

RULES = Path(__file__).parent / "ten_rules.toml"
WITHIN = 1.01


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


def seconds_to(best: int, story: Story) -> float | None:
    """When it was first within 1 % of so many points and broke nothing; None where it never was."""
    near = (
        seconds
        for seconds, score in story.incumbents
        if not score.hard and not score.not_placed and score.points <= WITHIN * best
    )
    return next(near, None)


def times(one: float | None, other: float | None) -> float | None:
    """How many times as long; None where either is not known."""
    return None if not one or not other else round(one / other, 2)


def measure(best: int, best_alone: int, seed: int) -> dict[str, Any]:
    """One composition at ``normal`` of each; in a process of its own, compiled beforehand."""
    warm()
    ten, two = solve(task(), seed=seed), solve(problem_with(()), seed=seed)
    within, alone = seconds_to(best, ten.story), seconds_to(best_alone, two.story)
    return {
        "breaches": ten.score.hard,
        "seconds_to_1_percent": within if within is None else round(within, 2),
        "likeness_to_1_percent": alone if alone is None else round(alone, 2),
        "times_to_1_percent": times(within, alone),
        "seconds": round(ten.story.seconds, 2),
        "likeness_seconds": round(two.story.seconds, 2),
        "times": times(ten.story.seconds, two.story.seconds),
        "excess_percent": round(100 * (ten.score.points / best - 1), 2),
        "likeness_excess_percent": round(100 * (two.score.points / best_alone - 1), 2),
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seeds", type=int, default=5)
    options.add_argument("--long", type=int, default=4, help="thorough runs for the best")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    best = [
        ledger.measure(f"long run of {given.long}, {name}", partial(long_run, asked, given.long))
        for name, asked in (("ten rules", task()), ("likeness alone", problem_with(())))
    ]
    points = [record["points"] for record in best]
    for seed in range(given.seeds):
        case = f"ten rules, seed {seed}, beside {given.long} long runs"
        ledger.measure(case, partial(in_own_process, measure, *points, seed))


if __name__ == "__main__":
    main()
