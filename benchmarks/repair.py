"""Repairs: beside every grouping of few people, over many dropouts, and of a real round.

``--rounds N``: random rounds of up to nine people with changed groups, beside trying everything
(:mod:`benchmarks.every_repair`). ``--sequences N``: rounds of 20 to 100 people that people leave
and join, step after step (:mod:`benchmarks.dropouts`). ``--sample N``: so many dropouts of a sample
of a real programme, one at a time, at *normal*.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.brute_force import with_levels
from benchmarks.dropouts import sequence
from benchmarks.every_division import understood
from benchmarks.every_repair import best_repairs
from benchmarks.ledger import Ledger, Record, parser
from benchmarks.random_rounds import made
from cohorts import load_programme, read_applicants
from cohorts.composing.compose import demands_of
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from solver.conflict import InfeasibleError
from solver.exact.feasible import find_any
from solver.repair import Before, Option, repair
from solver.search.warm import warm
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task

SAMPLE = Path(__file__).parents[1] / "sample_data" / "overijssel"
DAY = "2026-10-01"
LEAST, MOST = 6, 9
"""People in a round of which every grouping is tried."""
OTHER = 3_000_017
"""Added to the number of a round, so that what is changed is not what made it."""


def changed(task: Task, number: int) -> Before:
    """Groups that held, and then people came, went and were moved; the same every time."""
    draw = np.random.default_rng(number + OTHER)
    first = find_any(task, deterministic_limit=5.0).grouping
    chance = draw.integers(0, task.groups + 1, task.n)
    seats = chance.copy() if first is None else first.assignment.copy()
    dice = draw.random(task.n)
    seats[dice < 0.35] = chance[dice < 0.35]
    seats[dice < 0.15] = -1
    return Before(
        seats=seats, fixed=draw.random(task.n) < 0.07, rather_not=draw.random(task.n) < 0.3
    )


def tried(number: int, most: int = MOST) -> dict[str, Any]:
    """One small round, found and by trying everything; ``said``: what is the same, or not."""
    task = made(number, LEAST, most).task()
    if task is None or not understood(task):
        return {"said": "not a round"}
    task = with_levels(task, number)
    before = changed(task, number)
    best = [(one.moves, one.unwilling, one.score) for one in best_repairs(task, before)]
    began = time.monotonic()
    found = repaired(task, before, seed=number)
    seconds = round(time.monotonic() - began, 3)
    ours = [] if found is None else [(o.moved.size, o.unwilling, o.solution.score) for o in found]
    said = "the same" if ours == best else "other"
    return {"said": said, "options": len(best), "seconds": seconds}


def repaired(task: Task, before: Before, seed: int) -> list[Option] | None:
    """The options; None where it is proven that there is no grouping."""
    try:
        return list(repair(task, before, seed=seed, effort=Effort.QUICK).options)
    except InfeasibleError:
        return None


def left(number: int) -> dict[str, Any]:
    """One round that people leave and join."""
    steps = list(sequence(number))
    return {
        "steps": len(steps),
        "kept": sum(step.said == "kept" for step in steps),
        "clash": sum(step.said == "clash" for step in steps),
        "proven": sum(step.proven for step in steps),
        "moves": sum(step.moves or 0 for step in steps),
        "faults": sorted({fault for step in steps for fault in step.faults}),
        "seconds": round(max((step.seconds for step in steps), default=0.0), 2),
    }


def main() -> None:
    """Every measurement that is asked, and a line that sums it up."""
    options = parser(__doc__)
    for name in ("rounds", "sequences", "sample"):
        options.add_argument(f"--{name}", type=int, default=0)
    options.add_argument("--first", type=int, default=0, help="number of the first round")
    asked = options.parse_args()
    ledger = Ledger(asked.out, as_json=asked.json)
    warm()
    for kind in (
        Kind("round", asked.rounds, tried, lambda record: record["said"] != "not a round"),
        Kind("sequence", asked.sequences, left, lambda record: record["steps"] > 0),
    ):
        measured(ledger, kind, asked.first)
    for record in dropouts(asked.sample):
        ledger.measure(f"dropout {record['who']}", partial(dict, record))


@dataclass(frozen=True)
class Kind:
    """What is measured by number until ``wanted`` of them count."""

    name: str
    wanted: int
    run: Callable[[int], dict[str, Any]]
    counts: Callable[[Record], bool]


def measured(ledger: Ledger, kind: Kind, first: int) -> None:
    """Runs the numbers from ``first`` on, and sums up their words and numbers."""
    records: list[Record] = []
    number = first
    while len(records) < kind.wanted:
        record = ledger.measure(f"{kind.name} {number}", partial(kind.run, number))
        number += 1
        if kind.counts(record):
            records.append(record)
    if records:
        ledger.measure(f"share of {kind.name}s {first} to {number - 1}", partial(_summed, records))


def _summed(records: list[Record]) -> dict[str, Any]:
    """Numbers added up, the slowest, and how often each word was said."""
    summed: dict[str, Any] = {"cases": len(records)}
    for name, value in records[0].items():
        values = [record[name] for record in records]
        if name == "seconds":
            summed["slowest"] = max(values)
        elif isinstance(value, int):
            summed[name] = sum(values)
        elif name != "case":
            said = Counter(str(one) for one in values if one)
            summed[name] = dict(said.most_common())
    return summed


def dropouts(count: int) -> Iterator[dict[str, Any]]:
    """The main sample composed, then each of some people gone, and repaired."""
    if not count:
        return
    programme = load_programme("businessversneller")
    people = read_applicants(SAMPLE / "aanmeldingen.xlsx")
    relations = read_relations(SAMPLE / "relations.csv", people)
    given = Given(on=date.fromisoformat(DAY), seed=1, relations=relations)
    whole = prepare(people, programme, **given)
    first = solve(demands_of(programme, whole)[0].task, seed=1)
    seats = {
        person.id: int(group)
        for person, group in zip(whole.applicants, first.grouping.assignment, strict=True)
    }
    placed = [who for who, group in seats.items() if group < whole.groups]
    for gone in placed[:: max(len(placed) // count, 1)][:count]:
        there = [person for person in people if person.id != gone]
        kept = [one for one in relations if gone not in (one.a, one.b)]
        given |= {"relations": kept, "groups": whole.groups}
        round_ = prepare(there, programme, **given)
        task = demands_of(programme, round_)[0].task
        at = np.array([seats[person.id] for person in round_.applicants])
        nobody = np.zeros(task.n, dtype=np.bool_)
        began = time.monotonic()
        found = repair(task, Before(seats=at, fixed=nobody, rather_not=nobody), seed=1)
        yield {
            "who": str(gone),
            "fewest": found.fewest,
            "proven": found.proven,
            "options": [int(option.moved.size) for option in found.options],
            "seconds": round(time.monotonic() - began, 2),
        }


if __name__ == "__main__":
    main()
