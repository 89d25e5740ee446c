"""What every term of the eleven rules charges for a whole grouping, and choosing options anew."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_round import made
from processor import shortest

from cohorts.composing.demands import ask
from solver.choices import with_cheapest_choices

ROUNDS = 5


def main() -> None:
    for people in (100, 1000):
        programme, round_ = made(people)
        task = ask(programme, round_).task
        seats = np.arange(round_.n, dtype=np.int64) % task.groups
        grouping = with_cheapest_choices(task.terms, seats, task)
        whole = {
            "all terms": lambda t=task, g=grouping: [x.charge(g) for x in t.terms],
            "options": lambda t=task, s=seats: with_cheapest_choices(t.terms, s, t),
        }
        for name, run in whole.items():
            took = shortest(run, ROUNDS)
            print(json.dumps({"what": f"charge: {name}, {people} people", "seconds": took}))


if __name__ == "__main__":
    main()
