"""Random small rounds against every division of their people: found, how far above, and how often.

Each round is composed at three efforts, as a user gets it, and with ``--alone`` once more by the
search alone (few people are otherwise proven). The best is that of
:mod:`benchmarks.every_division`. Only ``share`` lines sum up; with ``--out`` a run goes on where it
stopped.
"""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from threading import Event
from typing import Any

import numpy as np

from benchmarks.every_division import best_score, floored, understood
from benchmarks.ledger import Ledger, Record, parser
from benchmarks.random_rounds import Dice, made
from solver.conflict import InfeasibleError
from solver.enough import Alike
from solver.placing import Search, best_found
from solver.pricing import POINT
from solver.score import Score
from solver.search.incumbent import Incumbent
from solver.search.schedule import work_of
from solver.search.stopwatch import Clock
from solver.search.warm import warm
from solver.solution import Effort
from solver.solve import NothingFoundError, solve
from solver.task import Task
from tests.solver.neighbourhood import better

COMPOSED: tuple[str, ...] = tuple(Effort)
ALONE = tuple(f"search {effort}" for effort in Effort)


OTHER = 1_000_003
"""Added to the number of a round, so that what it draws here is not what made the round."""


def with_levels(task: Task, number: int) -> Task:
    """The task of a round where every second one says who stands first, or what is alike enough.

    Standings of few different heights, so that many are equal; every second of those with a margin.
    Alike enough is from nothing to about what chance gives.
    """
    dice = Dice(number + OTHER)
    if dice.random() < 0.5:
        standing = np.array([dice.randint(0, dice.choice([2, 5, 40])) for _ in range(task.n)])
        margin = dice.choice([0, 0, dice.randint(1, 12)])
        task = replace(task, standing=standing, margin=margin)
    wishes = [term for term in task.terms if term.price]
    if wishes and dice.random() < 0.5:
        some = dice.sample(wishes, dice.randint(1, len(wishes)))
        chance = POINT * task.n * len(some)
        bound = dice.choice([0, dice.randint(0, chance), chance])
        task = replace(task, alike=Alike(tuple(sorted(term.name for term in some)), bound))
    return task


def found_by(task: Task, way: str, seed: int) -> Incumbent | None:
    """What an effort finds, or the search alone; None where it says there is nothing."""
    try:
        if way in COMPOSED:
            solution = solve(task, seed=seed, effort=Effort(way))
            return Incumbent(solution.score, solution.grouping)
        work = work_of(Effort(way.removeprefix("search ")), task.n)
        found = best_found(Search(floored(task), seed, work, Clock(Event(), None), 2, None), ())
    except (InfeasibleError, NothingFoundError):
        return None
    return found if found.score.hard == 0 else None


def compared(task: Task, found: Incumbent | None, best: Score | None) -> dict[str, Any]:
    """Whether it is the best, by how much more points not, and whether a single move gains."""
    if found is None or best is None:
        return {"best": found is None and best is None, "excess_percent": None, "move": False}
    one, other = found.score, best
    same = replace(one, points=0, lot=0) == replace(other, points=0, lot=0)
    above = 100 * (one.points - other.points) / max(abs(other.points), 1) if same else None
    return {
        "best": one == other,
        "equal_points": same and one.points == other.points,
        "excess_percent": None if above is None else round(above, 2),
        "levels": same,
        "move": better(floored(task), found.grouping) is not None,
    }


def measure(seed: int, least: int, most: int, ways: tuple[str, ...]) -> dict[str, Any]:
    """One round, in so many ways."""
    task = made(seed, least, most).task()
    if task is None or not understood(task):
        return {"asked": False}
    task = with_levels(task, seed)
    best = best_score(task)
    record: dict[str, Any] = {
        "asked": True,
        "n": task.n,
        "groups": task.groups,
        "may_close": task.may_close,
        "possible": best is not None,
        "standing": task.standing is not None,
        "margin": task.margin,
        "alike": task.alike is not None,
    }
    for way in ways:
        began = time.perf_counter()
        found = found_by(task, way, seed)
        record[way] = compared(task, found, best)
        record[way]["seconds"] = round(time.perf_counter() - began, 2)
    return record


def shares(records: list[Record], ways: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Per way: rounds, how many the best, the worst excess, and how many one move would better."""
    asked = [record for record in records if record["asked"]]
    told = {}
    for way in ways:
        found = [record[way] for record in asked]
        excess = [one["excess_percent"] for one in found if one["excess_percent"] is not None]
        told[way] = {
            "rounds": len(found),
            "best": sum(one["best"] for one in found),
            "best_percent": round(100 * sum(one["best"] for one in found) / max(len(found), 1), 1),
            "above_5_percent": sum(e > 5 for e in excess),
            "worst_excess_percent": max(excess, default=0.0),
            "levels_missed": sum(one.get("levels") is False for one in found),
            "lot_missed": sum(bool(one.get("equal_points")) and not one["best"] for one in found),
            "bettered_by_a_move": sum(one["move"] for one in found),
        }
    return told


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=500)
    options.add_argument("--first", type=int, default=0, help="number of the first round")
    options.add_argument("--people", type=int, nargs=2, default=[10, 12])
    options.add_argument("--alone", action="store_true", help="the search alone as well")
    given = options.parse_args()
    ways = COMPOSED + (ALONE if given.alone else ())
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    records: list[Record] = []
    number = given.first
    least, most = given.people
    while sum(record["asked"] for record in records) < given.rounds:
        case = f"round {number}, {least} to {most} people"
        records.append(ledger.measure(case, partial(measure, number, least, most, ways)))
        number += 1
    for way, told in shares(records, ways).items():
        print({"share": way} | told)


if __name__ == "__main__":
    main()
