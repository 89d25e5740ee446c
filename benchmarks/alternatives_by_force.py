"""Other answers to random small rounds, against every grouping of their people.

    python -m benchmarks.alternatives_by_force [--rounds 200] [--people 5 9] [--out FILE] [--json]

Each answer must be the best of all groupings that differ enough from those before it, and the list
must end where the best is not good enough: then it says that it is complete. The last line sums up:
rounds that are possible, and not; answers, lists that ended, and differences, which must be none.
"""

from __future__ import annotations

import time
from fractions import Fraction
from functools import partial
from typing import Any

from benchmarks.brute_force import OTHER, with_levels
from benchmarks.every_alternative import every_grouping, faults
from benchmarks.every_division import floored, understood
from benchmarks.ledger import Ledger, Record, parser
from benchmarks.random_rounds import Dice, made
from solver.alternatives import alternatives
from solver.conflict import InfeasibleError
from solver.search.warm import warm

COUNT = 4
DIFFER = [Fraction(1, 10), Fraction(1, 4), Fraction(1, 2), Fraction(1)]
LOSS = [Fraction(3, 100), Fraction(1, 2), Fraction(100)]
"""Of very few people nothing else is nearly as good: a list of more than one wants more loss."""


def measure(seed: int, least: int, most: int) -> dict[str, Any]:
    """One round: how many answers, and what is wrong with them."""
    task = made(seed, least, most).task()
    if task is None or not understood(task):
        return {"asked": False}
    task, dice = with_levels(task, seed), Dice(seed + OTHER)
    differ, loss = dice.choice(DIFFER), dice.choice(LOSS)
    record = {"asked": True, "n": task.n, "differ": float(differ), "loss": float(loss)}
    every = every_grouping(floored(task))
    record |= {"possible": bool(every), "groupings": len(every)}
    began = time.perf_counter()
    try:
        given = alternatives(task, count=COUNT, differ=differ, loss=loss, seed=seed)
    except InfeasibleError:
        wrong = ["said to be impossible"] if every else []
        return record | {"found": 0, "complete": True, "wrong": wrong}
    seconds = round(time.perf_counter() - began, 2)
    wrong = faults(
        every, given.found, complete=given.complete, count=COUNT, differ=differ, loss=loss
    )
    told = {"found": len(given.found), "complete": given.complete, "wrong": wrong}
    return record | told | {"seconds": seconds}


def main() -> None:
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--first", type=int, default=0, help="number of the first round")
    options.add_argument("--people", type=int, nargs=2, default=[5, 9])
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    warm()
    records: list[Record] = []
    number, (least, most) = given.first, given.people
    while sum(record["possible"] for record in records) < given.rounds:
        case = f"round {number}, {least} to {most} people"
        record = ledger.measure(case, partial(measure, number, least, most))
        number += 1
        if record["asked"]:
            records.append(record)
    print(
        {
            "rounds": sum(record["possible"] for record in records),
            "impossible": sum(not record["possible"] for record in records),
            "answers": sum(record["found"] for record in records),
            "ended": sum(record["complete"] for record in records),
            "differences": sum(bool(record["wrong"]) for record in records),
        }
    )


if __name__ == "__main__":
    main()
