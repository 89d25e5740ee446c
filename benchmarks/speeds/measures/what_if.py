"""A first answer where a pair, a place or few moves are wanted of a composed round, on one core."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_round import ELEVEN_RULES, made

from cohorts.composing.compose import demands_of
from cohorts.people.applicant import Status
from solver.alternatives import Wanted, what_if
from solver.solution import Effort
from solver.solve import solve

WISHES = 12


def measure(people: int) -> None:
    """The slowest of a few wishes, the median of what they cost more, and of who moves."""
    programme, round_ = made(people, ELEVEN_RULES, count_from=Status.APPROACHED)
    task = demands_of(programme, round_)[0].task
    here = solve(task, effort=Effort.QUICK, seed=1)
    seats, dice = here.grouping.assignment, random.Random(people)  # noqa: S311 - no secret
    seconds, more, moved = [], [], []
    for turn in range(WISHES):
        i, j = dice.sample(range(task.n), 2)
        wanted = (
            Wanted(together=((i, j),)),
            Wanted(not_seats=((i, int(seats[i])),)),
            Wanted(together=((i, j),), most_moves=2),
        )[turn % 3]
        began = time.process_time()
        found = what_if(task, here.grouping, wanted, seed=turn, workers=1)
        if turn:  # the first compiles where that is needed
            seconds.append(time.process_time() - began)
        more.append(100 * (found.score.points / here.score.points - 1))
        moved.append(int((found.grouping.assignment != seats).sum()))
    told = {
        "what": f"what if, slowest of {WISHES}, {people} people",
        "seconds": max(seconds),
        "more_percent": round(statistics.median(more), 2),
        "moved": statistics.median(moved),
    }
    print(json.dumps(told), flush=True)


def main() -> None:
    for people in (100, 240, 1000):
        measure(people)


if __name__ == "__main__":
    main()
